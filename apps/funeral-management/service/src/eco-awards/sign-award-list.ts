import { DomainProblem, formatYuan, type Actor, type Saved } from '@xishan/domain'
import { awardListLifecycle, type AwardListAction, type AwardListInputs } from '@xishan/funeral-management-contract'
import { UnitOfWork, type SaveOptions, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { digestOf, linesOf, requirePayable, sumOf } from './award-lines'
import { AwardList } from './award-list.entity'

/** From the maker to the last approval: nothing of the lines is changed in between. */
@Injectable()
export class SignAwardList {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Freezes number, total and fund. @throws DomainProblem `award-list-empty`, `award-not-payable` */
  submit(actor: Actor, id: string, { version, fund, fundDocument }: AwardListInputs['submit']): Promise<Saved> {
    return this.take(actor, id, version, 'submit', async (work, list) => {
      const lines = await linesOf(work, id)
      if (lines.length === 0) throw new DomainProblem('award-list-empty')
      await requirePayable(work, list)
      Object.assign(list, { lineCount: lines.length, totalFen: sumOf(lines), fund, fundDocument, returnedBecause: '' })
      return { input: { lines: list.lineCount, totalFen: list.totalFen, fund, fundDocument } }
    })
  }

  review(actor: Actor, id: string, { version, opinion }: AwardListInputs['review']): Promise<Saved> {
    return this.take(actor, id, version, 'review', async (work, list) => {
      await requireUnchanged(work, list)
      return { opinion }
    })
  }

  approve(actor: Actor, id: string, { version, opinion }: AwardListInputs['approve']): Promise<Saved> {
    return this.take(actor, id, version, 'approve', async (work, list) => {
      Object.assign(list, { approvedDigest: digestOf(await requireUnchanged(work, list)), approvedOn: work.businessDate })
      return { opinion, input: { digest: list.approvedDigest, lines: list.lineCount, totalFen: list.totalFen } }
    })
  }

  sendBack(actor: Actor, id: string, { version, reason }: AwardListInputs['sendBack']): Promise<Saved> {
    return this.take(actor, id, version, 'sendBack', (_work, list) => {
      list.returnedBecause = reason
      return Promise.resolve({ opinion: reason })
    })
  }

  private take(actor: Actor, id: string, version: number, action: AwardListAction, act: (work: Work, list: AwardList) => Promise<SaveOptions>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const list = await work.get(AwardList, id, version)
      await work.take(list, awardListLifecycle, action)
      return work.save(list, action, await act(work, list))
    })
  }
}

/** @throws DomainProblem `award-list-changed`, `award-not-payable` */
async function requireUnchanged(work: Work, list: AwardList) {
  const lines = await linesOf(work, list.id)
  const total = sumOf(lines)
  if (lines.length !== list.lineCount || total !== list.totalFen) throw new DomainProblem('award-list-changed', { count: list.lineCount, total: formatYuan(list.totalFen), countNow: lines.length, totalNow: formatYuan(total) })
  await requirePayable(work, list)
  return lines
}
