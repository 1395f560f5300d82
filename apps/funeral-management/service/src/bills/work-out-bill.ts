import { DomainProblem, label, type ParameterBook } from '@xishan/domain'
import { FREE_CLASS, NOTHING_FREE, amountsOf, priceOn, type RecordBill } from '@xishan/funeral-management-contract'
import { newId, type Work } from '@xishan/service-kit'
import { BillLine, type Bill } from './bill.entity'
import { allowancesLeft, classesOf, deceasedOf, pricesOf } from './bill-basis'

type Asked = Pick<RecordBill, 'lines' | 'freeClass' | 'evidence'>

/**
 * The lines of a bill by the catalogue of the days of service and by what is still free for the person; nobody else's bill of the same
 * person is worked out meanwhile. @throws DomainProblem `bill-item-unlisted`, `bill-service-date`, `bill-free-class`, `bill-death-state`
 */
export async function workOutLines(work: Work, book: ParameterBook, bill: Bill, { lines, freeClass, evidence }: Asked): Promise<BillLine[]> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`bills of ${bill.deathId}`])
  const ask = <T>(sql: string, parameters?: unknown[]) => work.query<T>(sql, parameters)
  const deceased = await deceasedOf(ask, bill.deathId)
  if (freeClass && !classesOf(book, deceased).includes(freeClass)) {
    const reason = freeClass === 'UNIDENTIFIED' ? '该逝者身份已查明，不是身份不明遗体' : freeClass === 'RESIDENT' ? '现行标准不对全体居民减免，或逝者不是本区户籍' : `现行惠民对象不含“${label(FREE_CLASS, freeClass)}”`
    throw new DomainProblem('bill-free-class', { reason }, [{ field: 'freeClass', message: reason }])
  }
  const prices = await pricesOf(ask, bill.facilityId)
  const charged = lines.map(({ code, serviceOn, quantity }, at) => {
    if (serviceOn < deceased.diedOn || serviceOn > work.businessDate)
      throw new DomainProblem('bill-service-date', { from: deceased.diedOn, to: work.businessDate }, [{ field: `lines.${at}.serviceOn`, message: `应在 ${deceased.diedOn} 至 ${work.businessDate} 之间` }])
    const price = priceOn(prices, code, serviceOn)
    if (!price) throw new DomainProblem('bill-item-unlisted', { code, date: serviceOn, facility: bill.facilityName }, [{ field: `lines.${at}.code`, message: `${serviceOn} 不在公示价目内` }])
    return { ...price, serviceOn, quantity, unitFen: price.priceFen }
  })
  const amounts = amountsOf(charged, freeClass ? await allowancesLeft(ask, book, bill.deathId) : NOTHING_FREE)
  const cause = freeClass ? `${label(FREE_CLASS, freeClass)}：${evidence}` : ''
  return charged.flatMap(({ id: priceLineId, code, name, unit, serviceClass, freeItem, serviceOn, quantity, unitFen }, position) => {
    const amount = amounts[position]
    if (!amount) return []
    return [Object.assign(new BillLine(), amount, { id: newId(), billId: bill.id, divisionCode: bill.divisionCode, position, priceLineId, code, name, unit, serviceClass, freeItem, serviceOn, quantity, unitFen, freeCause: amount.freeFen > 0 ? cause : '' })]
  })
}
