import { DomainProblem, labelOf, monthInChinese, monthOf, type Actor, type Saved } from '@xishan/domain'
import { CIPHERS, UnitOfWork, applyMapping, digestOf, newId, proposeMapping, safeFileName, type Ciphers, type UploadedFile, type Work } from '@xishan/service-kit'
import { ROSTER_COLUMNS, rosterLifecycle, type RosterKind, type RosterState, type UploadRoster as Input } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { lookInto } from './look-into-roster'
import { rosterFile } from './roster-file'
import { RosterImport } from './roster-import.entity'
import { RosterMapping } from './roster-mapping.entity'

/** A roster is the bureau's, whatever streets it names. */
const DISTRICT = '530112'
const SERIES = 'SAM'

/** The file of a roster is taken in: read once, its head found, its columns proposed, and kept sealed. Nothing else is written. */
@Injectable()
export class UploadRoster {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  /** @throws DomainProblem `roster-known`, `roster-month-ahead`, `roster-correction-unfit`, `roster-mapping-unknown` and those of {@link lookInto} */
  async execute(actor: Actor, input: Input, file: UploadedFile): Promise<Saved> {
    const { heads, row, rowCount } = await lookInto(file.bytes, input.kind)
    const digest = digestOf(file.bytes)
    return this.unitOfWork.run(actor, async (work) => {
      await work.query(`select pg_advisory_xact_lock(hashtext('roster upload'))`)
      await requireNew(work, input.kind, digest)
      if (input.asOfMonth > monthOf(work.businessDate)) throw monthAhead(work.businessDate)
      if (input.correctsId) await requireCorrectable(work, input.correctsId, input.kind)
      const columns = await columnsOf(work, input, heads)
      const roster = Object.assign(new RosterImport(), {
        id: newId(), divisionCode: DISTRICT, kind: input.kind, scheme: input.kind === 'IN_PAY' ? null : (input.scheme ?? null), asOfMonth: input.asOfMonth, digest, heads, headRow: row, rowCount, columns,
        mappingName: input.mappingName ?? '', correctsId: input.correctsId ?? null, fileName: safeFileName(file.name, 'xlsx'), madeBy: actor.name, uploadedOn: work.businessDate,
        number: await work.nextNumber(SERIES),
      })
      work.begin(roster, rosterLifecycle, 'upload')
      const saved = await work.save(roster, 'upload')
      await rosterFile.keep((sql, parameters) => work.query(sql, parameters), this.ciphers, roster, file.bytes)
      return saved
    })
  }
}

const monthAhead = (today: string): DomainProblem =>
  new DomainProblem('roster-month-ahead', { month: monthInChinese(monthOf(today)) }, [{ field: 'asOfMonth', message: `名册月份不能晚于${monthInChinese(monthOf(today))}` }])

async function requireNew(work: Work, kind: RosterKind, digest: string): Promise<void> {
  const [known] = await work.query<{ number: string; by: string; on: string; state: RosterState }>(
    `select number, made_by as by, uploaded_on::text as on, state from roster_import where kind = $1 and digest = $2 and state <> 'ABANDONED'`,
    [kind, digest],
  )
  if (known) throw new DomainProblem('roster-known', { ...known, state: labelOf(rosterLifecycle, known.state) })
}

async function requireCorrectable(work: Work, id: string, kind: RosterKind): Promise<void> {
  const corrected = await work.findOne(RosterImport, { id })
  if (!corrected) throw new DomainProblem('not-found')
  if (corrected.kind !== kind || kind !== 'IN_PAY' || corrected.refusedCount === 0) throw new DomainProblem('roster-correction-unfit', { number: corrected.number })
}

async function columnsOf(work: Work, { kind, mappingName, correctsId }: Input, heads: readonly string[]): Promise<Record<string, number>> {
  const wanted = ROSTER_COLUMNS[kind]
  if (mappingName === undefined && correctsId) return correctedColumns(await work.findOne(RosterImport, { id: correctsId }), heads, wanted)
  if (mappingName === undefined) return proposeMapping(heads, wanted).columns
  const kept = await work.findOne(RosterMapping, { kind, name: mappingName })
  if (!kept) throw new DomainProblem('roster-mapping-unknown', { name: mappingName }, [{ field: 'mappingName', message: '请从列表中选择' }])
  return applyMapping(kept.columns, heads, wanted).columns
}

/** What was downloaded to be corrected has the columns of the file it came from. */
function correctedColumns(corrected: RosterImport | null, heads: readonly string[], wanted: (typeof ROSTER_COLUMNS)[RosterKind]): Record<string, number> {
  const kept = Object.fromEntries(Object.entries(corrected?.columns ?? {}).map(([key, column]) => [key, corrected?.heads[column] ?? '']))
  return { ...proposeMapping(heads, wanted).columns, ...applyMapping(kept, heads, wanted).columns }
}
