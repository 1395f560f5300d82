import { createHash } from 'node:crypto'
import { DomainProblem } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { AwardLine, type AwardList } from './award-list.entity'
import { PAYEE, obstacleOf, type Obstacles } from './payable-awards'

/** The lines of a list in their order. */
export const linesOf = async (work: Work, listId: string): Promise<AwardLine[]> => (await work.find(AwardLine, { listId })).toSorted((a, b) => a.seq - b.seq)

export const sumOf = (lines: readonly Pick<AwardLine, 'amountFen'>[]): number => lines.reduce((sum, { amountFen }) => sum + amountFen, 0)

/** SM3 over everything of the lines that never changes: what was approved, and what a file can be held against. */
export function digestOf(lines: readonly AwardLine[]): string {
  const hash = createHash('sm3')
  for (const { seq, awardId, amountFen, bank, accountSealed, accountHolder } of lines) hash.update(`${[seq, awardId, amountFen, bank, accountSealed, accountHolder].join('|')}\n`)
  return hash.digest('hex')
}

/** Awards of a list that cannot be paid as things are now, with the reason. */
export async function unpayable(work: Work, { id }: Pick<AwardList, 'id'>): Promise<{ awardId: string; awardNumber: string; reason: string }[]> {
  const rows = await work.query<{ awardId: string; awardNumber: string } & Obstacles>(`select ${PAYEE} from award_line l join eco_award a on a.id = l.award_id where l.list_id = $1 and l.state = 'PENDING' order by l.seq`, [id])
  return rows.flatMap(({ awardId, awardNumber, ...obstacles }) => {
    const reason = obstacleOf(obstacles)
    return reason ? [{ awardId, awardNumber, reason }] : []
  })
}

/** @throws DomainProblem `award-not-payable` naming the first */
export async function requirePayable(work: Work, list: AwardList): Promise<void> {
  const [first] = await unpayable(work, list)
  if (first) throw new DomainProblem('award-not-payable', { number: first.awardNumber, reason: first.reason })
}
