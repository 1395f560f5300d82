import { newId } from '../unit-of-work/new-id'
import type { Work } from '../unit-of-work/work'

/** As what somebody is named in a closed file; who is merely let in is `GRANTED`, until a day. */
export type ReaderPart = 'HANDLER' | 'HEAD' | 'GRANTED'

export interface ClosedFile {
  id: string
  number: string
  divisionCode: string
}

export interface NamedReader {
  id: string
  name: string
  part: ReaderPart
  reason: string
  /** The last day; null as long as the file. */
  untilOn: string | null
}

/** As what the acting person is named in a file and why, the highest part first; empty who is not. */
export const partsIn = (work: Work, fileId: string): Promise<{ part: ReaderPart; reason: string }[]> =>
  work.query(
    `select part, reason from file_reader where file_id = $1 and reader_id = $2 and withdrawn_at is null and (until_on is null or until_on >= $3)
     order by array_position(array['HEAD', 'HANDLER', 'GRANTED'], part)`,
    [fileId, work.actor.id, work.businessDate],
  )

/** Names a reader in the work that saves the file. Of a new file the acting person is named first, before the file is written. */
export async function nameReader(work: Work, { id, divisionCode }: Pick<ClosedFile, 'id' | 'divisionCode'>, reader: NamedReader): Promise<void> {
  await work.query(
    `insert into file_reader (id, file_id, division_code, reader_id, reader_name, part, reason, named_by, named_by_name, named_on, until_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [newId(), id, divisionCode, reader.id, reader.name, reader.part, reader.reason, work.actor.id, work.actor.name, work.businessDate, reader.untilOn],
  )
}

/** Logs that the acting person is shown a file, or `what` of it. Called in the transaction that finds it. */
export async function logReading(work: Work, { id, number, divisionCode }: ClosedFile, what: string, { part, reason }: { part: ReaderPart; reason: string }): Promise<void> {
  await work.query(
    `insert into file_reading (id, file_id, file_number, division_code, what, part, reason, reader_id, reader_name, at, business_date, request_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [newId(), id, number, divisionCode, what, part, reason, work.actor.id, work.actor.name, work.now, work.businessDate, work.requestId],
  )
}
