import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { CIPHERS, type Ciphers } from '@xishan/service-kit'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, requireNotAfter } from '../applications/application-desk'
import { closePosting } from '../postings/close-posting'
import { objectionOf } from './objection-of'
import { Objection } from './objection.entity'

/** Somebody objects to the posting: it is taken down, and the case is looked into again. */
@Injectable()
export class RecordObjection {
  constructor(
    @Inject(ApplicationDesk) private readonly desk: ApplicationDesk,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, id: string, input: ActionInputs['recordObjection']): Promise<Saved> {
    return this.desk.take(actor, id, 'recordObjection', input, async ({ work, application, facts }) => {
      const { receivedOn, way, content, objector } = input
      requireNotAfter(work.businessDate, receivedOn, { path: 'receivedOn', title: '收到异议日期' })
      if (facts.posting && receivedOn < facts.posting.startsOn)
        throw new DomainProblem('invalid-input', {}, [{ field: 'receivedOn', message: `收到异议日期不能早于公示开始日期 ${facts.posting.startsOn}` }])
      await work.insert(Objection, [objectionOf(application, 'OBJECTION', input, work, this.ciphers)])
      await closePosting(work, application, 'OBJECTION')
      return { input: { receivedOn, way, content, named: objector !== '' } }
    })
  }
}
