import { PICTURE } from '@xishan/social-assistance-service/testing/families'

interface Sent {
  name: string
  type: string
  bytes: Uint8Array
}

const EXECUTABLE = Buffer.concat([Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), Buffer.alloc(1024)])
const ZIP = Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')

/** Files that no case may hold. */
export const refusedFiles = (): { what: string; file: Sent }[] => [
  { what: 'a file of 30 MB', file: { name: '扫描件.png', type: 'image/png', bytes: Buffer.concat([PICTURE, Buffer.alloc(30 * 1024 * 1024)]) } },
  { what: 'a program named as a picture', file: { name: '照片.jpg', type: 'image/jpeg', bytes: EXECUTABLE } },
  { what: 'a program', file: { name: '照片.exe', type: 'application/x-msdownload', bytes: EXECUTABLE } },
  { what: 'a picture that is an archive too', file: { name: '照片.png', type: 'image/png', bytes: Buffer.concat([PICTURE, ZIP]) } },
  { what: 'a picture that is a page too', file: { name: '照片.png', type: 'image/png', bytes: Buffer.concat([PICTURE, Buffer.from('<html><script>alert(1)</script></html>')]) } },
  { what: 'a page', file: { name: '说明.html', type: 'text/html', bytes: Buffer.from('<script>alert(1)</script>') } },
  { what: 'a drawing with a script', file: { name: '图.svg', type: 'image/svg+xml', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') } },
  { what: 'an empty file', file: { name: '空.png', type: 'image/png', bytes: new Uint8Array() } },
  { what: 'a picture under a false name', file: { name: '../../报告.pdf', type: 'image/png', bytes: PICTURE } },
  { what: 'a picture under a false type', file: { name: '照片.png', type: 'application/pdf', bytes: PICTURE } },
]
