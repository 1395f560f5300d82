import { randomUUID } from 'node:crypto'
import { syntheticCitizenNumber, type BenefitMonth } from '@xishan/domain'
import { CIPHERS, type Ciphers } from '@xishan/service-kit'
import { BULK_ID } from '@xishan/social-assistance-service/testing/benefits-in-bulk'
import type { Office } from '@xishan/social-assistance-service/testing/office'
import { payingOffice } from '@xishan/social-assistance-service/testing/payment-walk'

export interface Payee {
  name: string
  number: string
  benefitId: string
  /** Whether nobody is left of the household when this one has died. */
  isAlone: boolean
}

const numberOf = (nth: number): string => syntheticCitizenNumber({ addressCode: '530112', birthDate: `19${40 + (nth % 40)}-06-15`, sex: nth % 2 === 0 ? '1' : '2', sequence: nth % 490 })

/** A list refuses a name with digits. */
const inLetters = (name: string): string => name.replaceAll(/\d/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit)))

/** Households in pay from a month on; every third has a wife, who is neither alone nor the holder of the account, and it is she who may die. */
export async function dyingPayees(office: Office, households: number, fromMonth: BenefitMonth): Promise<Payee[]> {
  await payingOffice(office, households)
  const ciphers = office.app.get<Ciphers>(CIPHERS)
  const payees: Payee[] = []
  await office.sql('set session_replication_role = replica')
  await office.sql(`update benefit set from_month = $1`, [fromMonth])
  for (const table of ['benefit_amount', 'benefit_member']) await office.sql(`update ${table} set from_month = $1`, [fromMonth])
  for (let nth = 1; nth <= households; nth++) {
    const number = numberOf(nth)
    const key = ciphers.personKey('1', number)
    const [benefit] = await office.sql<{ id: string; name: string }>(`select id, applicant_name as name from benefit where id = ${BULK_ID('benefit', nth)}`)
    if (!benefit) throw new RangeError(`no household ${nth}`)
    const isAlone = nth % 3 > 0
    if (isAlone) {
      await office.sql(`update benefit_member set person_key = $1 where benefit_id = $2`, [key, benefit.id])
      await office.sql(`update household_member set person_key = $1 where household_id = ${BULK_ID('household', nth)}`, [key])
    } else {
      await office.sql(
        `insert into benefit_member (benefit_id, member_id, division_code, name, relation, document_lookup, person_key, supplement_fen, from_month)
         select id, $2, division_code, applicant_name || '之妻', '1', $3, $3, 0, from_month from benefit where id = $1`,
        [benefit.id, randomUUID(), key],
      )
      await office.sql(`update benefit set member_count = 2 where id = $1`, [benefit.id])
    }
    payees.push({ name: inLetters(isAlone ? benefit.name : `${benefit.name}之妻`), number, benefitId: benefit.id, isAlone })
  }
  await office.sql('set session_replication_role = default')
  return payees
}
