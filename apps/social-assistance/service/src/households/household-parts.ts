import type { MemberFacts, MemberView } from '@xishan/social-assistance-contract'
import type { AccountView, IdDocumentType } from '@xishan/domain'
import type { Ask } from '@xishan/service-kit'

interface MemberRow {
  facts: MemberFacts
  documentType: IdDocumentType
  documentMasked: string
  counted: boolean | null
  countedBecause: string
}

/** The members on the sheet, numbers masked. */
export async function membersOf(ask: Ask, householdId: string | null): Promise<MemberView[]> {
  if (householdId === null) return []
  const rows = await ask<MemberRow>(
    `select facts, document_type as "documentType", document_masked as "documentMasked", counted, counted_because as "countedBecause"
     from household_member where household_id = $1 order by position`,
    [householdId],
  )
  return rows.map(({ facts, ...rest }) => ({ ...facts, ...rest }))
}

/** Bank, holder and the last four digits of the household's account. */
export async function accountOf(ask: Ask, householdId: string | null): Promise<AccountView | null> {
  if (householdId === null) return null
  const [account] = await ask<AccountView>(
    `select bank, account_last_four as "lastFour", account_holder as holder from household where id = $1 and account_last_four is not null`,
    [householdId],
  )
  return account ?? null
}
