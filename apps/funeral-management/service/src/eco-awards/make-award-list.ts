import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { awardListLifecycle, type AwardListInputs } from '@xishan/funeral-management-contract'
import { DISTRICT, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { AwardDesk, step, type OpenAward } from './award-desk'
import { linesOf, requirePayable } from './award-lines'
import { AwardLine, AwardList } from './award-list.entity'
import { EcoAward } from './eco-award.entity'

type Open = Omit<OpenAward, 'award'>

/** The section puts confirmed awards into a list, and takes out what is not to be paid with it. */
@Injectable()
export class MakeAwardList {
  constructor(@Inject(AwardDesk) private readonly desk: AwardDesk) {}

  execute(actor: Actor, awards: readonly string[]): Promise<Saved> {
    return this.desk.run(actor, async (open) => {
      const { work } = open
      const list = Object.assign(new AwardList(), { id: newId(), number: await work.nextNumber('FMK'), divisionCode: DISTRICT, madeOn: work.businessDate, madeBy: actor.name })
      work.begin(list, awardListLifecycle, 'make')
      const lines: AwardLine[] = []
      for (const id of [...new Set(awards)].toSorted()) lines.push(await take(open, list, id, lines.length + 1))
      Object.assign(list, { lineCount: lines.length, totalFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0) })
      const saved = await work.save(list, 'make', { input: { lines: lines.length, totalFen: list.totalFen } })
      await work.insert(AwardLine, lines)
      await requirePayable(work, list)
      return saved
    })
  }

  takeOut(actor: Actor, id: string, { version, lines, reason }: AwardListInputs['takeOut']): Promise<Saved> {
    return this.desk.run(actor, async (open) => {
      const list = await open.work.get(AwardList, id, version)
      await open.work.take(list, awardListLifecycle, 'takeOut')
      const all = await linesOf(open.work, id)
      const out = all.filter((line) => lines.includes(line.id))
      if (out.length !== new Set(lines).size) throw new DomainProblem('award-line-unknown')
      await release(open, list, out, reason)
      const left = all.filter((line) => !out.includes(line))
      Object.assign(list, { lineCount: left.length, totalFen: left.reduce((sum, { amountFen }) => sum + amountFen, 0) })
      return open.work.save(list, 'takeOut', { opinion: reason, input: { lines: out.map(({ seq }) => seq) } })
    })
  }

  cancel(actor: Actor, id: string, { version, reason }: AwardListInputs['cancel']): Promise<Saved> {
    return this.desk.run(actor, async (open) => {
      const list = await open.work.get(AwardList, id, version)
      await open.work.take(list, awardListLifecycle, 'cancel')
      await release(open, list, await linesOf(open.work, id), '批次作废')
      return open.work.save(list, 'cancel', { opinion: reason })
    })
  }
}

/** The line of an award with what stands of its payee now. @throws DomainProblem `action-out-of-state` when another list has it */
async function take({ work, book }: Open, list: AwardList, awardId: string, seq: number): Promise<AwardLine> {
  const award = await work.get(EcoAward, awardId)
  await work.save(award, 'list', await step(work, award, 'list', book, () => ({ opinion: `发放批次 ${list.number}` })))
  const [earlier] = await work.query<{ attempts: number }>(`select count(*)::int as attempts from award_line where award_id = $1`, [awardId])
  const { divisionCode, amountFen, bank, accountSealed, accountLastFour, accountHolder } = award
  return Object.assign(new AwardLine(), { id: newId(), listId: list.id, listNumber: list.number, awardId, divisionCode, seq, attempt: (earlier?.attempts ?? 0) + 1, amountFen, bank, accountSealed, accountLastFour, accountHolder })
}

/** Their awards wait for another list. */
async function release({ work, book }: { work: Work } & Pick<Open, 'book'>, list: AwardList, lines: readonly AwardLine[], reason: string): Promise<void> {
  for (const { id, awardId } of lines) {
    const award = await work.get(EcoAward, awardId)
    await work.save(award, 'unlist', await step(work, award, 'unlist', book, () => ({ opinion: `${list.number}：${reason}` })))
    await work.remove(AwardLine, { id })
  }
}
