import type { Actor, Page } from '@xishan/domain'
import { Conditions, Reads, cursorParts } from '@xishan/service-kit'
import type { RosterImportQuery, RosterImportRow, RosterMappings, RosterProblem, RosterProblemQuery } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'

export const LISTED = `i.id, i.number, i.kind, i.scheme, i.file_name as "fileName", i.as_of_month as "asOfMonth", i.state, i.row_count as "rowCount", i.household_count as "householdCount", i.new_count as "newCount",
  i.unchanged_count as "unchangedCount", i.refused_count as "refusedCount", i.applied_count as "appliedCount", i.made_by as "madeBy", i.uploaded_on::text as "uploadedOn"`

/** Rosters, newest first; what is wrong in one; kept mappings. */
@Injectable()
export class FindRosterImports {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  page(actor: Actor, query: RosterImportQuery): Promise<Page<RosterImportRow>> {
    const conditions = new Conditions()
    conditions.andIf(query.kind, (kind) => conditions.and('i.kind = ?', kind)).andIf(query.state, (state) => conditions.and('i.state = ?', state))
    const [number] = cursorParts(query.after, 1) ?? []
    conditions.andIf(number, (last) => conditions.and('i.number < ?', last))
    return this.reads.page<RosterImportRow>(
      actor,
      query,
      `select ${LISTED}, i.number as cursor from roster_import i where ${conditions} order by i.number desc limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
  }

  /** Cell by cell, in the order of the file. */
  async problems(actor: Actor, id: string, query: RosterProblemQuery): Promise<Page<RosterProblem>> {
    await this.reads.one(actor, `select id from roster_import where id = $1`, [id])
    const conditions = new Conditions().and(`r.import_id = ? and r.outcome = 'PROBLEM'`, id)
    conditions.andIf(query.column, (column) => conditions.and(`p.item->>'column' = ?`, column))
    const [row, at] = cursorParts(query.after, 2) ?? []
    if (row !== undefined && at !== undefined) conditions.and('r.row_number >= ?::int and (r.row_number, p.at) > (?::int, ?::bigint)', row, row, at)
    return this.reads.page<RosterProblem>(
      actor,
      query,
      `select r.row_number || '-' || p.at as id, r.row_number as row, p.item->>'column' as column, p.item->>'value' as value, p.item->>'problem' as problem, p.item->>'remedy' as remedy, r.row_number || '|' || p.at as cursor
       from roster_row r cross join lateral jsonb_array_elements(r.problems) with ordinality as p(item, at) where ${conditions} order by r.row_number, p.at limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
  }

  mappings(actor: Actor, kind: string): Promise<z.infer<typeof RosterMappings>> {
    return this.reads.query(actor, `select name, saved_on::text as "savedOn", saved_by as "savedBy" from roster_mapping where kind = $1 order by name`, [kind])
  }
}
