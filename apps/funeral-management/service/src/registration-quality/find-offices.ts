import type { Actor, Page } from '@xishan/domain'
import type { OfficeDetail, OfficeRow } from '@xishan/funeral-management-contract'
import { BusinessClock, Reads, cursorParts, type PageRequest } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

/** The grade in force on the day `$1`. */
const LISTED = `o.id, o.version, o.number, o.name, o.registrations, o.address, o.telephone, o.registrars, g.grade, g.valid_to::text as "gradeValidTo",
  (select max(s.month) from quality_sample s where s.office_id = o.id and s.state <> 'CANCELLED') as "lastSampleMonth"
  from registration_office o left join lateral (
    select grade, valid_to from office_grade where office_id = o.id and graded_on <= $1::date and (valid_to is null or valid_to > $1::date) order by graded_on desc, id desc limit 1) g on true`

@Injectable()
export class FindOffices {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async page(actor: Actor, query: PageRequest): Promise<Page<OfficeRow>> {
    const [after] = cursorParts(query.after, 1) ?? []
    return this.reads.page<OfficeRow>(actor, query, `select o.number as cursor, ${LISTED} where $2::text is null or o.number > $2 order by o.number limit $3`, [await this.clock.today(), after ?? null])
  }

  async detail(actor: Actor, id: string): Promise<OfficeDetail> {
    const [office, grades] = await Promise.all([
      this.reads.one<OfficeRow>(actor, `select ${LISTED} where o.id = $2`, [await this.clock.today(), id]),
      this.reads.query<OfficeDetail['grades'][number]>(
        actor,
        `select grade, graded_on::text as "gradedOn", valid_to::text as "validTo", by, document, note, entered_by as "enteredBy" from office_grade where office_id = $1 order by graded_on desc, id desc`,
        [id],
      ),
    ])
    return { ...office, grades }
  }
}
