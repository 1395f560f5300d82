import type { Actor } from '@xishan/domain'
import { FileAnswer, renderPdf, renderWord, shanghaiTime, type BusinessClock, type Paper } from '@xishan/service-kit'

export type PaperFormat = 'pdf' | 'docx'
const MEDIA: Record<PaperFormat, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }

/** A paper as a file to download; a PDF is shown at once. */
export async function paperFile(paper: Paper, name: string, format: PaperFormat): Promise<FileAnswer> {
  const content = await (format === 'pdf' ? renderPdf(paper) : renderWord(paper))
  return new FileAnswer(content, `${name}.${format}`, MEDIA[format], format === 'pdf')
}

/** Stands on every sheet: who printed it when, and that the data are for demonstration. */
export async function printMark(actor: Pick<Actor, 'name'>, clock: BusinessClock): Promise<Pick<Paper, 'footer' | 'watermark'>> {
  const footer = `打印人：${actor.name}　打印时间：${await clock.today()} ${shanghaiTime(new Date()).slice(-5)}`
  return clock.isDemonstration ? { footer: `${footer}　演示数据`, watermark: '演示数据' } : { footer }
}

/** `昆明市西山区西苑街道办事处`. */
export const streetOffice = (name: string): string => `昆明市西山区${name}${name.endsWith('街道') ? '办事处' : ''}`
