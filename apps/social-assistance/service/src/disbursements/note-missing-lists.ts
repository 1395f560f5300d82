import { newId, type Work } from '@xishan/service-kit'
import type { Batch } from './batch.entity'

/** A check against a list that nobody ever brought in is no check: that is said once, for the batch. */
export async function noteMissingLists(work: Work, { id, divisionCode, kind }: Batch): Promise<void> {
  if (kind !== 'REGULAR') return
  await work.query(
    `insert into disbursement_finding (id, batch_id, division_code, code, severity, detail)
     select $1, $2, $3, 'OVERLAP', 'NOTE', '尚未导入特困人员、孤儿和事实无人抚养儿童名单，本批次未能比对其他待遇'
     where not exists (select from other_entitlement) on conflict do nothing`,
    [newId(), id, divisionCode],
  )
}
