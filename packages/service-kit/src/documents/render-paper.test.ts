import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { findFonts } from './fonts'
import type { Paper } from './paper'
import { approvalForm, decisionSheet, postingSheet, refusalLetter } from './paper.example'
import { readPdf } from './read-pdf.testing'
import { renderPdf } from './render-pdf'
import { renderWord } from './render-word'

const fallback = findFonts([])
const photo = readFileSync(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf.png'))
const flat = (text: string) => text.replace(/\s/g, '')
const pdf = async (paper: Paper) => readPdf(await renderPdf(paper, fallback))

/** The stored text of one part of a docx. */
async function wordPart(paper: Paper, name: string): Promise<string> {
  const zip = await renderWord(paper)
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const nameLength = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8')
  }
  throw new Error(`no ${name}`)
}
const wordText = async (paper: Paper) => [...(await wordPart(paper, 'word/document.xml')).matchAll(/<w:t[ >][^<]*/g)].map(([run]) => run.replace(/<[^>]*>/, '')).join('')

describe('an approval form as PDF', () => {
  it('says everything on one page, with its number, signatures, seal and page count', async () => {
    const { pages } = await pdf(approvalForm)
    expect(pages).toHaveLength(1)
    const text = flat(pages[0] ?? '')
    for (const part of ['最低生活保障申请审批表', '编号：XS-DB-2025-000127', '张䶮', '530112194103150021', '肢体残疾，持有残疾人证', '调查人（签字）：王建国', '（盖章）', '2025年9月28日', '第1页共1页', '打印人：李晓梅'])
      expect(text).toContain(flat(part))
  })

  it('carries its fonts, only the characters used', async () => {
    for (const fonts of [fallback, findFonts()]) {
      const bytes = await renderPdf(approvalForm, fonts)
      expect(bytes.length).toBeLessThan(300_000)
      const { fonts: embedded } = readPdf(bytes)
      expect(embedded.length).toBeGreaterThanOrEqual(2)
      for (const name of embedded) expect(name).toMatch(/^[A-Z]{6}\+Noto/)
    }
  })

  it('reads the same whatever was printed before it', async () => {
    // Both are drawn by one glyph: the radical U+2F00 and the character U+4E00.
    const one = (text: string): Paper => ({ title: '', sections: [{ kind: 'paragraph', text }] })
    for (const fonts of [fallback, findFonts()]) {
      const [radical, character] = await Promise.all([renderPdf(one('\u2F00'), fonts), renderPdf(one('\u4E00'), fonts)])
      expect(readPdf(radical).pages.join()).toContain('\u2F00')
      expect(readPdf(character).pages.join()).toContain('\u4E00')
    }
  })

  it('is marked as demonstration data on every page, and only then', async () => {
    const long: Paper = { ...postingSheet(60), watermark: '演示数据' }
    for (const page of (await pdf(long)).pages) expect(page.match(/演示数据/g)).toHaveLength(3)
    expect((await pdf(postingSheet(1))).pages.join()).not.toContain('演示数据')
  })
})

describe('a long table as PDF', () => {
  it('repeats its head and shows every row once', async () => {
    const { pages } = await pdf(postingSheet(100))
    expect(pages.length).toBeGreaterThanOrEqual(4)
    pages.forEach((page, index) => {
      expect(flat(page)).toContain(`第${index + 1}页共${pages.length}页`)
      if (index < pages.length - 1) expect(page).toContain('月保障金额（元）')
    })
    const names = pages.join('\n').split('\n').filter((line) => /^张\d+$/.test(line))
    expect(names).toEqual(Array.from({ length: 100 }, (_, index) => `张${index}`))
  })

  it('says so when it is empty', async () => {
    const { pages } = await pdf({ title: '空表', sections: [{ kind: 'table', columns: [{ title: '姓名', width: 1 }], rows: [], empty: '（无家庭成员）' }] })
    expect(pages.join()).toContain('（无家庭成员）')
  })

  it('cuts a row that is taller than a page, losing nothing', async () => {
    const opinion = Array.from({ length: 400 }, (_, index) => `第${index}段：经入户调查，情况属实。`).join('')
    const { pages } = await pdf({ title: '长意见', sections: [{ kind: 'opinion', label: '调查意见', text: opinion, signatures: [{ role: '调查人', name: '赵敏' }] }] })
    expect(pages.length).toBeGreaterThan(2)
    const text = flat(pages.map((page) => page.replaceAll('调查意见', '').replace(/第 \d+ 页 共 \d+ 页/, '')).join(''))
    expect(text).toContain(flat(opinion))
    expect(flat(pages.at(-1) ?? '')).toContain('调查人（签字）：赵敏')
    expect(pages.join('').match(/（签字）/g)).toHaveLength(1)
  })

  it('carries a group label over the page break', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`成员${index}`])
    const { pages } = await pdf({ title: '多人户', sections: [{ kind: 'table', group: '家庭成员', columns: [{ title: '姓名', width: 1 }], rows }] })
    for (const page of pages) expect(flat(page)).toContain('家庭成员')
  })
})

describe('a letter', () => {
  it('reads the same as PDF and as Word', async () => {
    const [page] = (await pdf({ ...refusalLetter, sections: refusalLetter.sections })).pages
    const word = flat(await wordText(refusalLetter))
    for (const part of ['张䶮：', '决定不予确认。', '昆明市西山区民政局', '2025年9月30日', '西民低保〔2025〕12号']) {
      expect(flat(page ?? '')).toContain(part)
      expect(word).toContain(part)
    }
  })

  it('may be empty or strange without breaking', async () => {
    const strange = '<script>alert(1)</script>\u0000\u0007\uD800 & "引号" \u{1F600}'
    const paper: Paper = { title: strange, sections: [{ kind: 'paragraph', text: strange }, { kind: 'fields', fields: [{ label: strange, value: '' }] }] }
    expect((await pdf(paper)).pages[0]).toContain('<script>alert(1)</script>')
    expect(await wordPart(paper, 'word/document.xml')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;\uFFFD &amp; ')
    expect((await pdf({ title: '', sections: [] })).pages).toHaveLength(1)
  })
})

describe('a decision sheet', () => {
  it('shows each condition with evidence, result and article, and the photo', async () => {
    const bytes = await renderPdf(decisionSheet(photo), fallback)
    const text = flat(readPdf(bytes).pages.join(''))
    for (const part of ['认定日期：2025年9月30日', '家庭月收入：128.00元（养老金发放记录，2025年9月10日）', '人均月收入：64.00元', '机动车辆：未知', '待核实', '第八条', '公示现场照片'])
      expect(text).toContain(part)
    expect(bytes.toString('latin1')).toContain('/Subtype /Image')
    expect(await wordPart(decisionSheet(photo), 'word/document.xml')).toContain('<pic:pic')
  })
})

describe('Word', () => {
  it('repeats a table head, keeps rows whole, spans cells and is watermarked', async () => {
    const posting = await wordPart(postingSheet(3), 'word/document.xml')
    expect(posting).toContain('<w:tblHeader/>')
    expect(posting).toContain('<w:cantSplit/>')
    const form = await wordPart(approvalForm, 'word/document.xml')
    expect(form).toContain('<w:vMerge w:val="restart"/>')
    expect(form).toContain('w:eastAsia="仿宋"')
    expect(await wordPart(approvalForm, 'word/header1.xml')).toContain('string="演示数据"')
  })
})
