import type { Work } from '@xishan/service-kit'
import type { Application } from '../applications/application.entity'
import type { PostingEnd } from './posting.entity'

/** Ends the posting that hangs, if one does. */
export async function closePosting(work: Work, { id }: Pick<Application, 'id'>, by: PostingEnd): Promise<void> {
  await work.query(`update posting set closed_on = $2, closed_by = $3 where application_id = $1 and closed_on is null`, [id, work.businessDate, by])
}
