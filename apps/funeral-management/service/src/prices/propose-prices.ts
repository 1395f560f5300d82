import { DomainProblem, labelOf, type Actor, type Saved } from '@xishan/domain'
import { priceSheetLifecycle, type PriceLineInput, type ProposePrices as Proposal } from '@xishan/funeral-management-contract'
import { UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Facility } from '../facilities/facility.entity'
import { PriceLine, PriceSheet } from './price.entity'

/** New items, new prices and the end of items, from one day on. */
@Injectable()
export class ProposePrices {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, { facilityId, lines, ...facts }: Proposal): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const facility = await work.get(Facility, facilityId)
      await requireNoneOpen(work, facilityId, lines)
      await requireInOrder(work, facilityId, facts.effectiveFrom, lines)
      const { id: sheetId, divisionCode } = { id: newId(), divisionCode: facility.divisionCode }
      const sheet = Object.assign(new PriceSheet(), facts, {
        id: sheetId, number: await work.nextNumber('FMSP'), divisionCode, facilityId, facilityName: facility.name, proposedBy: actor.name, proposedOn: work.businessDate,
      })
      work.begin(sheet, priceSheetLifecycle, 'propose')
      const saved = await work.save(sheet, 'propose', { opinion: facts.reason || facts.document, changes: { items: lines.length } })
      await work.insert(PriceLine, lines.map(({ isEnd: _ends, ...line }, position) => Object.assign(new PriceLine(), line, { id: newId(), sheetId, facilityId, divisionCode, position, effectiveFrom: facts.effectiveFrom })))
      return saved
    })
  }
}

/** @throws DomainProblem `price-open` */
async function requireNoneOpen(work: Work, facilityId: string, lines: readonly PriceLineInput[]): Promise<void> {
  const [open] = await work.query<{ name: string; number: string; state: string }>(
    `select l.name, s.number, s.state from price_line l join price_sheet s on s.id = l.sheet_id where l.facility_id = $1 and l.code = any($2) and s.state in ('PROPOSED', 'APPROVED') limit 1`,
    [facilityId, lines.map(({ code }) => code)],
  )
  if (open) throw new DomainProblem('price-open', { name: open.name, number: open.number, state: labelOf(priceSheetLifecycle, open.state) }, [{ field: 'lines', message: `“${open.name}”已有未办结的调整` }])
}

/**
 * An item's first price may have been in force before it came into this platform; every later one begins in the future and after the
 * one before it. @throws DomainProblem `price-effective`, `price-unknown`
 */
async function requireInOrder(work: Work, facilityId: string, from: string, lines: readonly PriceLineInput[]): Promise<void> {
  const latest = await work.query<{ code: string; since: string; ended: boolean }>(
    `select distinct on (code) code, effective_from::text as since, price_fen is null as ended from price_line where facility_id = $1 and published_on is not null order by code, effective_from desc`,
    [facilityId],
  )
  lines.forEach(({ code, name, isEnd }, at) => {
    const before = latest.find((version) => version.code === code)
    if (isEnd && (!before || before.ended)) throw new DomainProblem('price-unknown', { name }, [{ field: `lines.${at}.isEnd`, message: '不在现行价目中' }])
    if (before && from < work.businessDate) throw refused(name, `已有公示价格，新价格不能早于业务日期 ${work.businessDate}`)
    if (before && from <= before.since) throw refused(name, `现行价格自 ${before.since} 起，新价格须晚于该日`)
  })
}

const refused = (name: string, reason: string) => new DomainProblem('price-effective', { name, reason }, [{ field: 'effectiveFrom', message: reason }])
