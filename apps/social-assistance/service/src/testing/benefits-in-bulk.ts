type Sql = <T>(text: string, parameters?: unknown[]) => Promise<T[]>

interface Bulk {
  communities: readonly string[]
  fromMonth?: string
  /** The number before the first, where others are there already. */
  after?: number
  /** A second person in each household. */
  pairs?: boolean
}

/** A UUID that follows from what it is for: of version 8, which leaves its bits to whoever makes it. */
const idFrom = (text: string): string => `overlay(overlay(md5(${text}) placing '8' from 13) placing '8' from 17)::uuid`
const id = (what: string): string => idFrom(`'${what} ' || i`)

/** What each statement adds to one table, household by household. */
const TABLES = (pairs: boolean): readonly string[] => [
  `insert into household (id, version, division_code, audit_head, audit_seq, number, applicant_name, document_masked, member_count, hukou_division_code, residence, address, phone_sealed, phone_masked,
                          bank, account_number_sealed, account_last_four, account_holder, separately_registered)
   select ${id('household')}, 1, place, 'x', 1, 'XS-SAH-2024-' || lpad(i::text, 7, '0'), name, '530112********' || lpad((i % 10000)::text, 4, '0'), ${pairs ? 2 : 1}, '530112001', 'URBAN', '', 'x', '',
          '云南农信西山支行', 'sealed-' || i, lpad((i % 10000)::text, 4, '0'), name, false from people`,
  `insert into household_member (household_id, id, division_code, position, name, relation, birth_date, document_type, document_number_sealed, document_masked, document_lookup, person_key, facts, counted, counted_because)
   select ${id('household')}, ${id('member')}, place, 0, name, '0', date '1970-01-01', '1', 'x', '', 'lookup-' || i, 'person-' || i, '{}', true, '' from people`,
  `insert into benefit (id, version, division_code, audit_head, audit_seq, number, household_id, applicant_name, document_masked, residence, member_count, category, state, from_month, amount_fen, reason)
   select ${id('benefit')}, 1, place, 'x', 1, 'XS-SAB-2024-' || lpad(i::text, 7, '0'), ${id('household')}, name, '530112********' || lpad((i % 10000)::text, 4, '0'), 'URBAN', ${pairs ? 2 : 1}, 'A', 'NORMAL', month, amount, '新申请审核确认' from people`,
  `insert into benefit_member (benefit_id, member_id, division_code, name, relation, document_lookup, person_key, supplement_fen, from_month)
   select ${id('benefit')}, ${id('member')}, place, name, '0', 'lookup-' || i, 'person-' || i, 0, month from people`,
  ...(pairs
    ? [
        `insert into benefit_member (benefit_id, member_id, division_code, name, relation, document_lookup, person_key, supplement_fen, from_month)
         select ${id('benefit')}, ${id('second')}, place, name || '之子', '2', 'lookup-second-' || i, 'person-second-' || i, 0, month from people`,
      ]
    : []),
  `insert into benefit_amount (benefit_id, from_month, division_code, amount_fen, member_count, reason) select ${id('benefit')}, month, place, amount, ${pairs ? 2 : 1}, '新申请审核确认' from people`,
]

/**
 * Households in pay without the cases behind them, numbered from 1: as many as a monthly batch of a district has. Written past the
 * triggers, as the database's administrator.
 */
export async function benefitsInBulk(sql: Sql, count: number, { communities, fromMonth = '2025-01', after = 0, pairs = false }: Bulk): Promise<void> {
  await sql(`set session_replication_role = replica`)
  for (const insert of TABLES(pairs))
    await sql(
      `with people as (
         select i, ($2::text[])[1 + i * 7 % cardinality($2::text[])] as place, (array['张', '李', '王', '杨', '普'])[1 + i % 5] || (array['明', '秀英', '建国', '丽华'])[1 + i % 4] || i as name,
                $3::text as month, 40000 + (i % 300) * 100 as amount
         from generate_series($4::bigint + 1, $4::bigint + $1::bigint) i)
       ${insert}`,
      [count, communities, fromMonth, after],
    )
  await sql(`set session_replication_role = default`)
}

/** The id that a bulk row has by its number. */
export const BULK_ID = (what: 'benefit' | 'household' | 'member' | 'second', number: number): string => idFrom(`'${what} ${number}'`)
