import { DomainProblem, addMonths, label, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { LET_IN, type GrantReading, type routes } from '@xishan/funeral-management-contract'
import { UnitOfWork, nameReader } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { fileFor, requireDay } from './file-desk'

/** The head of a file lets a colleague in, for a reason and until a day, and shuts him out again. */
@Injectable()
export class LetRead {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  grant(actor: Actor, id: string, { version, reader, part, reason, untilOn }: GrantReading): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HEAD')
      const until = part === 'GRANTED' ? untilOn : null
      if (until !== null) requireDay(until, work.businessDate, addMonths(work.businessDate, 12), 'untilOn')
      const [known] = await work.query(`select 1 from file_reader where file_id = $1 and reader_id = $2 and withdrawn_at is null and (until_on is null or until_on >= $3) and (part = $4 or part <> 'GRANTED' and $4 = 'GRANTED')`, [
        id, reader.id, work.businessDate, part,
      ])
      if (known) throw new DomainProblem('reading-known', { name: reader.name }, [{ field: 'reader', message: '已可查阅本件' }])
      await nameReader(work, file, { ...reader, part, reason, untilOn: until })
      return work.save(file, 'grantReading', { changes: { reader: reader.name, readerId: reader.id, part: label(LET_IN, part), untilOn: until } })
    })
  }

  withdraw(actor: Actor, id: string, { version, readerId }: RouteInput<typeof routes.withdrawAdoptionReading>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HEAD')
      const [named] = await work.query<{ name: string; part: string }>(`select reader_name as name, part from file_reader where id = $1 and file_id = $2 and withdrawn_at is null`, [readerId, id])
      if (!named) throw new DomainProblem('not-found')
      if (named.part !== 'GRANTED') throw new DomainProblem('reading-last')
      await work.query(`update file_reader set withdrawn_at = $2 where id = $1`, [readerId, work.now])
      return work.save(file, 'withdrawReading', { changes: { reader: named.name } })
    })
  }
}
