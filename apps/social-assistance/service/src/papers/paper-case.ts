import { dateInChinese, formatYuan, type TraceStep, type StepView } from '@xishan/domain'
import { traceSections, type Paper, type Section } from '@xishan/service-kit'
import { ruleTexts, type ApplicationDetail, type AttachmentKind, type MemberView } from '@xishan/social-assistance-contract'

/** A member on paper: the number in full where whoever prints may see it, else masked. */
export type PrintedMember = MemberView & { documentNumber: string }

/** What the notice of missing papers said. */
export interface Correction {
  missing: AttachmentKind[]
  reason: string
  answerBy: string
  on: string
}

/** Everything the papers of a case are printed from. */
export interface PaperCase {
  page: ApplicationDetail
  members: PrintedMember[]
  documentNumber: string
  phone: string
  correction: Correction | null
  /** `昆明市西山区西苑街道办事处`. */
  street: string
  bureau: string
  /** A business date. */
  today: string
  /** Stands on every sheet: who printed it when, and that the data are for demonstration. */
  mark: Pick<Paper, 'footer' | 'watermark'>
}

export type PaperMaker = (of: PaperCase) => Paper

/** The last time an action was taken on the case. */
export const lastStep = ({ steps }: ApplicationDetail, ...actions: readonly string[]): StepView | undefined => steps.findLast(({ action }) => actions.includes(action))

/** The lines of the trace that a notice shows the citizen: those of some rules, or with some results. */
export function reasons({ page }: PaperCase, title: string, shown: (step: TraceStep) => boolean): readonly Section[] {
  const trace = page.assessment?.trace
  const steps = trace?.steps.filter(shown) ?? []
  return trace && steps.length > 0 ? [{ kind: 'paragraph', style: 'note', text: ' ' }, ...traceSections({ ...trace, steps }, ruleTexts, title)] : []
}

/** Empty where there is no date: a box to be filled by hand. */
export const day = (date: string | null | undefined): string => (date ? dateInChinese(date) : '')
export const yuan = (fen: number | null | undefined): string => (fen === null || fen === undefined ? '' : `${formatYuan(fen)} 元`)

/** Who decides this case: the street where confirmation is delegated, else the bureau. */
export const decider = ({ page, street, bureau }: PaperCase): string => (page.delegated && !page.homeVisitRequired ? street : bureau)

/** How a letter begins and what every one carries; an annex follows its end. */
export const letter = (of: PaperCase, title: string, sections: Paper['sections'], closing: { issuer: string; date: string | null }, annex: Paper['sections'] = []): Paper => ({
  ...of.mark,
  title,
  number: `办件编号：${of.page.number}`,
  format: 'letter',
  sections: [
    { kind: 'paragraph', style: 'address', text: `${of.page.applicantName || '　　　　'}：` },
    ...sections,
    { kind: 'closing', issuer: closing.issuer, ...(closing.date ? { date: closing.date } : {}) },
    ...annex,
  ],
})
