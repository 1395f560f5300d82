import { deflateSync } from 'node:zlib'
import { DomainProblem } from '@xishan/domain'
import { Document, Packer, Paragraph } from 'docx'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { EVIDENCE_LIMITS, inspectUpload, type UploadLimits } from './inspect-upload'

const crc = (bytes: Buffer): Buffer => {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  const out = Buffer.alloc(4)
  out.writeUInt32BE(~value >>> 0)
  return out
}
const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type), data])
  return Buffer.concat([length, body, crc(body)])
}
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
  chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))),
  chunk('IEND', Buffer.alloc(0)),
])
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex')

const collect = async (stream: NodeJS.ReadableStream): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
const pdf = async (text = 'page'): Promise<Buffer> => {
  const document = new PDFDocument({ compress: false })
  document.text(text).end()
  return collect(document)
}
const zip = async (): Promise<Buffer> => {
  const archive = new ZipFile()
  archive.addBuffer(Buffer.from('MZ'), 'setup.exe')
  archive.end()
  return collect(archive.outputStream)
}
const docx = () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('通知')] }] }))
const withOffice: UploadLimits = { accepts: ['pdf', 'docx'], maxBytes: 1024 * 1024 }

const refusal = async (name: string, bytes: Buffer, declaredType?: string, limits = EVIDENCE_LIMITS): Promise<DomainProblem> => {
  const outcome: unknown = await inspectUpload({ name, bytes, declaredType }, limits).catch((problem: unknown) => problem)
  if (outcome instanceof DomainProblem) return outcome
  throw new Error(`expected a refusal of ${name}`)
}

describe('an upload is accepted', () => {
  it('as what its bytes are, with a digest', async () => {
    const file = await inspectUpload({ name: '户口簿首页.JPEG', bytes: jpeg, declaredType: 'image/jpeg' })
    expect(file).toMatchObject({ name: '户口簿首页.jpg', kind: 'jpeg', mediaType: 'image/jpeg' })
    expect(file.digest).toMatch(/^sm3:[0-9a-f]{64}$/)
    expect((await inspectUpload({ name: '照片.png', bytes: png, declaredType: '' })).kind).toBe('png')
    expect((await inspectUpload({ name: '授权书.pdf', bytes: await pdf(), declaredType: 'application/pdf' })).kind).toBe('pdf')
    expect((await inspectUpload({ name: '通知.docx', bytes: await docx() }, withOffice)).kind).toBe('docx')
  })

  it('without an extension, which it is then given', async () => {
    expect((await inspectUpload({ name: '扫描件', bytes: await pdf() })).name).toBe('扫描件.pdf')
  })

  it('with what a telephone appends to a photo', async () => {
    expect((await inspectUpload({ name: 'a.jpg', bytes: Buffer.concat([jpeg, Buffer.alloc(5000, 'MotionPhoto')]) })).kind).toBe('jpeg')
  })
})

describe('an upload is refused', () => {
  it('when it is too large, with the limit in words', async () => {
    const problem = await refusal('a.jpg', Buffer.concat([jpeg, Buffer.alloc(30 * 1024 * 1024)]))
    expect(problem).toMatchObject({ code: 'file-too-large', details: { limit: '10 MB' } })
  })

  it.each([
    ['nothing', 'a.pdf', Buffer.alloc(0), '空文件'],
    ['text', 'a.jpg', Buffer.from('<script>alert(1)</script>'), '无法识别的内容'],
    ['a program named as a picture', 'a.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), '可执行程序'],
    ['a picture named as a document', 'a.pdf', png, 'PNG 图片，与文件名后缀“.pdf”不符'],
    ['a picture named as a program', 'a.jpg.exe', jpeg, 'JPEG 图片，与文件名后缀“.exe”不符'],
    ['an SVG', 'a.svg', Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'XML 文件'],
  ])('when it is %s', async (_, name, bytes, actual) => {
    expect(await refusal(name, bytes)).toMatchObject({
      code: 'file-kind-refused',
      details: { accepted: 'JPEG 图片、PNG 图片、PDF 文件', actual },
    })
  })

  it('when the declared type is another', async () => {
    expect((await refusal('a.png', png, 'application/pdf')).details['actual']).toContain('申报的类型不符')
  })

  it('when it is a kind that this place does not take', async () => {
    expect((await refusal('a.docx', await docx())).details['actual']).toBe('Word 文档（docx）')
    expect((await refusal('a.zip', await zip())).details['actual']).toBe('压缩包')
  })

  it('when it is two kinds at once', async () => {
    expect((await refusal('a.png', Buffer.concat([png, await zip()]))).details['actual']).toContain('夹带的压缩包')
    expect((await refusal('a.pdf', Buffer.concat([await pdf(), await zip()]))).details['actual']).toContain('夹带的压缩包')
    expect((await refusal('a.jpg', Buffer.concat([jpeg, await pdf()]))).details['actual']).toContain('夹带的PDF')
    expect((await refusal('a.jpg', Buffer.concat([jpeg, Buffer.from('<html><script>alert(1)')]))).details['actual']).toContain('网页脚本')
  })
})
