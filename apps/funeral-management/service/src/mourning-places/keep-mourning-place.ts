import { DomainProblem, isWithinScope, label, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { MOURNING_STATE, type ChangeMourningPlace, type CheckMourningPlace, type MourningPlaceInput, type routes } from '@xishan/funeral-management-contract'
import { BusinessClock, DivisionNames, UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { MourningCheck, MourningPlace } from './mourning-place.entity'

const EARLIEST = '1980-01-01'

/** The places of the villages and communities, from the day they are built. */
@Injectable()
export class KeepMourningPlace {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async add(actor: Actor, { divisionCode, ...facts }: MourningPlaceInput): Promise<Saved> {
    await this.requireCommunities(divisionCode, facts.serves)
    if (!isWithinScope(divisionCode, actor.scope)) throw new DomainProblem('mourning-community', { reason: '该社区不在您的辖区' }, [{ field: 'divisionCode', message: '该社区不在您的辖区' }])
    return this.unitOfWork.run(actor, async (work) => {
      await requireNewName(work, divisionCode, facts.name)
      const place = Object.assign(new MourningPlace(), { id: newId(), number: await work.nextNumber('FML'), divisionCode, recordedBy: actor.name })
      place.describe(facts)
      return { ...(await work.save(place, 'add')), number: place.number }
    })
  }

  change(actor: Actor, id: string, { version, ...facts }: ChangeMourningPlace): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const place = await work.get(MourningPlace, id, version)
      await this.requireCommunities(place.divisionCode, facts.serves)
      if (place.name !== facts.name) await requireNewName(work, place.divisionCode, facts.name)
      place.describe(facts)
      return work.save(place, 'change')
    })
  }

  open(actor: Actor, id: string, { version, openedOn }: RouteInput<typeof routes.openMourningPlace>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const place = await work.get(MourningPlace, id, version)
      if (place.state === 'IN_USE') throw new DomainProblem('mourning-state', { state: label(MOURNING_STATE, place.state) })
      requireBetween(openedOn, place.closedOn ?? EARLIEST, work.businessDate, ['openedOn', '启用日期'])
      place.open(openedOn)
      return work.save(place, 'open')
    })
  }

  close(actor: Actor, id: string, { version, closedOn, reason }: RouteInput<typeof routes.closeMourningPlace>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const place = await work.get(MourningPlace, id, version)
      if (place.state === 'CLOSED') throw new DomainProblem('mourning-state', { state: label(MOURNING_STATE, place.state) })
      requireBetween(closedOn, place.openedOn ?? EARLIEST, work.businessDate, ['closedOn', '停用日期'])
      place.close(closedOn, reason)
      return work.save(place, 'close')
    })
  }

  check(actor: Actor, id: string, { version, ...facts }: CheckMourningPlace): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const place = await work.get(MourningPlace, id, version)
      if (place.state !== 'IN_USE') throw new DomainProblem('mourning-state', { state: label(MOURNING_STATE, place.state) })
      requireBetween(facts.checkedOn, place.openedOn ?? EARLIEST, work.businessDate, ['checkedOn', '检查日期'])
      const saved = await work.save(place, 'check', { changes: { ...facts } })
      await work.insert(MourningCheck, [Object.assign(new MourningCheck(), facts, { id: newId(), placeId: id, divisionCode: place.divisionCode, recordedBy: actor.name })])
      return saved
    })
  }

  /** @throws DomainProblem `mourning-community` */
  private async requireCommunities(own: string, serves: readonly string[]): Promise<void> {
    const known = new Set((await this.divisions.on(await this.clock.today())).streets().flatMap(({ communities }) => communities.map(({ code }) => code)))
    const refuse = (field: string, reason: string) => new DomainProblem('mourning-community', { reason }, [{ field, message: reason }])
    if (!known.has(own)) throw refuse('divisionCode', '没有这个社区（村）')
    if (!serves.includes(own)) throw refuse('serves', '服务的社区应包括场所所在社区')
    if (serves.some((code) => !known.has(code) || code.slice(0, 9) !== own.slice(0, 9))) throw refuse('serves', '服务的社区应是场所所在街道的社区')
  }
}

/** @throws DomainProblem `mourning-taken` */
async function requireNewName(work: Work, divisionCode: string, name: string): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`mourning place ${divisionCode} ${name}`])
  if (await work.findOne(MourningPlace, { divisionCode, name })) throw new DomainProblem('mourning-taken', { name }, [{ field: 'name', message: '该社区已有同名场所' }])
}

/** @throws DomainProblem `mourning-date` */
function requireBetween(day: string, from: string, to: string, [field, title]: readonly [field: string, title: string]): void {
  if (day < from || day > to) throw new DomainProblem('mourning-date', { title, from, to }, [{ field, message: `应在 ${from} 至 ${to} 之间` }])
}
