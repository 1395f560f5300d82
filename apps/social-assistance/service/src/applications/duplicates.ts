import type { Work } from '@xishan/service-kit'
import type { DuplicateAnswer } from '@xishan/social-assistance-contract'
import { Injectable } from '@nestjs/common'

export type DuplicatePurpose = 'WINDOW' | 'SUBMIT' | 'ACCEPT' | 'CONFIRM'

/**
 * Asks the whole district, past row security, whether a person is in pay or in another open case: yes or no, logged by the
 * function itself.
 */
@Injectable()
export class Duplicates {
  async of(work: Work, documentLookup: string, purpose: DuplicatePurpose, exceptApplicationId: string | null = null): Promise<DuplicateAnswer> {
    const { id, name, roles } = work.actor
    const [answer] = await work.query<{ in_pay: boolean; in_open_case: boolean }>(`select * from check_duplicate($1, $2, $3, $4, $5, $6, $7)`, [
      id,
      name,
      [...roles],
      documentLookup,
      exceptApplicationId,
      purpose,
      work.businessDate,
    ])
    return { inPay: answer?.in_pay ?? false, inOpenCase: answer?.in_open_case ?? false }
  }
}
