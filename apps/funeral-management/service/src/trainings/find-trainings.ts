import type { Actor, Page } from '@xishan/domain'
import type { Trainee, TrainingDetail, TrainingFigures, TrainingKind, TrainingQuery, TrainingRow } from '@xishan/funeral-management-contract'
import { Conditions, Reads, cursorParts, foundBy } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

const LISTED = `g.id, g.version, g.number, g.kind, g.title, g.held_on::text as "heldOn", g.hours, g.organiser, g.place, g.note, g.is_cancelled as "isCancelled", p.trainees, p.passed`
const COUNTED = `join lateral (select count(*)::int as trainees, count(*) filter (where result = 'PASSED')::int as passed from trainee where training_id = g.id) p on true`

/** Trainings of one kind, one by one and by year. */
@Injectable()
export class FindTrainings {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  page(actor: Actor, kind: TrainingKind, query: TrainingQuery): Promise<Page<TrainingRow>> {
    const conditions = new Conditions()
    const { from, number } = foundBy(conditions, { table: 'training', alias: 'g', nameColumn: 'title' }, query.q)
    conditions.and('g.kind = ?', kind).andIf(query.year, (year) => conditions.and('g.held_on between make_date(?, 1, 1) and make_date(?, 12, 31)', year, year))
    const [last] = cursorParts(query.after, 1) ?? []
    conditions.andIf(last, (after) => conditions.and(`${number} < ?`, after))
    return this.reads.page<TrainingRow>(actor, query, `select ${LISTED}, ${number} as cursor from ${from} ${COUNTED} where ${conditions} order by ${number} desc limit $${conditions.parameters.length + 1}`, conditions.parameters)
  }

  async detail(actor: Actor, id: string): Promise<TrainingDetail> {
    const [stored, people] = await Promise.all([
      this.reads.one<Omit<TrainingDetail, 'people'>>(actor, `select ${LISTED}, g.cancelled_because as "cancelledBecause", g.recorded_by as "recordedBy" from training g ${COUNTED} where g.id = $1`, [id]),
      this.reads.query<Trainee>(actor, `select name, work_unit as "workUnit", certificate_number as "certificateNumber", result from trainee where training_id = $1 order by position`, [id]),
    ])
    return { ...stored, people }
  }

  async figures(actor: Actor, kind: TrainingKind): Promise<TrainingFigures> {
    const years = await this.reads.query<TrainingFigures['years'][number]>(
      actor,
      `with held as (select id, extract(year from held_on)::int as year, hours from training where kind = $1 and not is_cancelled),
            came as (select h.year, t.* from held h join trainee t on t.training_id = h.id)
       select h.year, count(*)::int as trainings, sum(h.hours) as hours, coalesce(max(c.attendances), 0)::int as attendances, coalesce(max(c.people), 0)::int as people, coalesce(max(c.passed), 0)::int as passed, coalesce(max(c.certificates), 0)::int as certificates
       from held h left join (
         select year, count(*) as attendances, count(distinct (name, work_unit)) as people, count(*) filter (where result = 'PASSED') as passed, count(*) filter (where certificate_number <> '') as certificates from came group by year
       ) c on c.year = h.year group by h.year order by h.year desc`,
      [kind],
    )
    return { years }
  }
}
