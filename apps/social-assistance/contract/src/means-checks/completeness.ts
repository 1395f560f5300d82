import type { CheckAnswer } from './inputs'
import { CHECK_SOURCE, type CheckSource } from './sources'

/** The sources that have not yet answered about a member; a `NO_REPLY` is no answer. */
export function missingAnswers(memberIds: readonly string[], answers: readonly Pick<CheckAnswer, 'memberId' | 'source' | 'finding'>[]): { memberId: string; source: CheckSource }[] {
  const inHand = new Set(answers.filter(({ finding }) => finding !== 'NO_REPLY').map(({ memberId, source }) => `${memberId} ${source}`))
  return memberIds.flatMap((memberId) => CHECK_SOURCE.codes.filter((source) => !inHand.has(`${memberId} ${source}`)).map((source) => ({ memberId, source })))
}
