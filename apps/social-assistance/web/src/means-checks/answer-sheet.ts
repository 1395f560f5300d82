import { IsoDate } from '@xishan/domain'
import { CHECK_SOURCE, CheckAnswer, FINDING, missingAnswers, type CheckSource, type EnterAnswers, type MeansCheckDetail } from '@xishan/social-assistance-contract'
import { z } from 'zod'

/** A line of the sheet: like an answer, but it may still be open. */
const Line = z
  .object({ ...CheckAnswer.shape, answeredOn: IsoDate, finding: FINDING.schema.nullable() })
  .refine(({ finding, details }) => finding !== 'DIFFERENT' || details.length > 0, { path: ['details'], message: '与申报不一致的，请写明核对到的情况' })

/** What the check centre fills in: a line for each member and source. Lines without a finding are left for later. */
export const AnswerSheet = z.object({ lines: z.array(Line).refine((lines) => lines.some(({ finding }) => finding !== null), '请至少填写一项核对结果') })
export type AnswerSheet = z.output<typeof AnswerSheet>
export type SheetLine = AnswerSheet['lines'][number]

type Checked = Pick<MeansCheckDetail, 'people' | 'answers'>

/** The lines still to be answered; when all are in hand, all of them, to be put right. */
export function sheetLines({ people, answers }: Checked, today: string): SheetLine[] {
  const memberIds = people.map(({ memberId }) => memberId)
  const missing = missingAnswers(memberIds, answers)
  const all = memberIds.flatMap((memberId) => CHECK_SOURCE.codes.map((source) => ({ memberId, source })))
  return (missing.length > 0 ? missing : all).map(({ memberId, source }) => lineOf(answers, memberId, source, today))
}

function lineOf(answers: Checked['answers'], memberId: string, source: CheckSource, today: string): SheetLine {
  const known = answers.find((answer) => answer.memberId === memberId && answer.source === source)
  return { memberId, source, answeredOn: known?.answeredOn ?? today, finding: known?.finding ?? null, amountFen: known?.amountFen ?? null, details: known?.details ?? '' }
}

/** What is sent: the lines with a finding. */
export const answersIn = ({ lines }: AnswerSheet): z.input<typeof EnterAnswers>['answers'] =>
  lines.flatMap(({ finding, ...line }) => (finding === null ? [] : [{ ...line, finding }]))
