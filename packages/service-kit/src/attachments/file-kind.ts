/** A kind of file that a service may accept: how it is called, its media type, and the extensions it goes by. */
export interface FileKind {
  title: string
  mediaType: string
  /** The first one is given to stored names. */
  extensions: readonly [string, ...string[]]
}

export const FILE_KINDS = {
  jpeg: { title: 'JPEG 图片', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { title: 'PNG 图片', mediaType: 'image/png', extensions: ['png'] },
  pdf: { title: 'PDF 文件', mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: { title: 'Word 文档（docx）', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { title: 'Excel 表格（xlsx）', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
} as const satisfies Record<string, FileKind>
export type FileKindName = keyof typeof FILE_KINDS

/** Scanned or photographed evidence: what a window takes. */
export const EVIDENCE_KINDS: readonly FileKindName[] = ['jpeg', 'png', 'pdf']

/** How a refused file is named to the person who chose it, by what the sniffer calls it. */
const KNOWN_TITLES: Record<string, string> = {
  exe: '可执行程序',
  elf: '可执行程序',
  macho: '可执行程序',
  zip: '压缩包',
  rar: '压缩包',
  '7z': '压缩包',
  gz: '压缩包',
  gif: 'GIF 图片',
  webp: 'WebP 图片',
  heic: 'HEIC 图片（苹果手机格式，请在手机“设置-相机-格式”中选择“兼容性最佳”）',
  bmp: 'BMP 图片',
  tif: 'TIFF 图片',
  apng: '动态 PNG 图片',
  mp4: '视频',
  mov: '视频',
  mp3: '音频',
  cfb: '旧版 Office 文件（请另存为 PDF）',
  docm: '带宏的 Word 文档',
  xlsm: '带宏的 Excel 表格',
  xml: 'XML 文件',
}

export const titleOfSniffed = (extension: string): string =>
  Object.values(FILE_KINDS).find(({ extensions: [first] }) => first === extension)?.title ?? KNOWN_TITLES[extension] ?? `${extension.toUpperCase()} 文件`
