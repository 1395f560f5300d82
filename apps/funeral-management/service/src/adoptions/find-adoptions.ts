import { labelOf, type Actor, type Page } from '@xishan/domain'
import { adoptionLifecycle, type AdoptionQuery, type AdoptionRow, type FileReadingRow } from '@xishan/funeral-management-contract'
import { BusinessClock, Conditions, Reads, caseLight, cursorParts, type PageRequest } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

export type StoredAdoption = Omit<AdoptionRow, 'light'> & { warnOn: string | null }

/** Columns of a file `a`; `$1` is the reader. Row security leaves those that the reader is named in. */
export const LISTED = `a.id, a.version, a.number, a.kind, a.state, a.consented_on::text as "consentedOn", a.warn_on::text as "warnOn", a.due_on::text as "dueOn", a.suspended_since::text as "suspendedSince",
  (select string_agg(p.name, '、' order by p.position) from adoption_party p where p.file_id = a.id and p.party = 'ADOPTER') as adopters,
  (select p.name from adoption_party p where p.file_id = a.id and p.party = 'CHILD') as child,
  (select r.part from file_reader r where r.file_id = a.id and r.reader_id = $1 and r.withdrawn_at is null order by array_position(array['HEAD', 'HANDLER', 'GRANTED'], r.part) limit 1) as part`

export const adoptionRow = ({ warnOn, ...row }: StoredAdoption, today: string): AdoptionRow => ({ ...row, light: caseLight({ warnOn, dueOn: row.dueOn, suspendedSince: row.suspendedSince }, today) })

/** The files that somebody is named in, and who looked at which. */
@Injectable()
export class FindAdoptions {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async page(actor: Actor, query: AdoptionQuery): Promise<Page<AdoptionRow>> {
    const conditions = new Conditions()
    conditions.place(actor.id)
    conditions
      // Names stand in no index of terms: only the few files that the reader sees are looked through.
      .andIf(query.q || undefined, (text) => conditions.and(`position(upper(?) in a.number) > 0 or exists (select from adoption_party p where p.file_id = a.id and position(? in p.name) > 0)`, text, text))
      .andIf(query.kind, (kind) => conditions.and('a.kind = ?', kind))
      .andIf(query.state, (state) => conditions.and('a.state = ?', state))
    const [after] = cursorParts(query.after, 1) ?? []
    conditions.andIf(after, (last) => conditions.and('a.number < ?', last))
    const [page, today] = await Promise.all([
      this.reads.page<StoredAdoption>(actor, query, `select ${LISTED}, a.number as cursor from adoption_assessment a where ${conditions} order by a.number desc limit $${conditions.parameters.length + 1}`, conditions.parameters),
      this.clock.today(),
    ])
    return { ...page, rows: page.rows.map((row) => adoptionRow(row, today)) }
  }

  /** Discipline sees who read which number and why, and no file; a head the readings of the files that he decides. */
  readings(actor: Actor, query: PageRequest): Promise<Page<FileReadingRow>> {
    const [before = null] = cursorParts(query.after, 1) ?? []
    if (actor.roles.includes('DISCIPLINE'))
      return this.reads.page(actor, query, `select r.id::text as cursor, r.id, r."fileNumber", r.what, r."readerName", r.part, r.reason, to_json(r.at) #>> '{}' as at from file_readings($1::uuid, $2) r`, [before])
    return this.reads.page(
      actor,
      query,
      `select r.id::text as cursor, r.id, r.file_number as "fileNumber", r.what, r.reader_name as "readerName", r.part, r.reason, to_json(r.at) #>> '{}' as at from file_reading r
       where ($1::uuid is null or r.id < $1) and exists (select from file_reader f where f.file_id = r.file_id and f.reader_id = $2 and f.part = 'HEAD' and f.withdrawn_at is null) order by r.id desc limit $3`,
      [before, actor.id],
    )
  }
}

export const labelOfAction = (action: string): string => Object.entries(adoptionLifecycle.actions).find(([name]) => name === action)?.[1].label ?? labelOf(adoptionLifecycle, action)
