import { label, timesFactor, type ParameterBook, type TraceStep } from '@xishan/domain'
import type { Finances } from '../finances/finances'
import { FINANCIAL_ASSET, PROPERTY_KIND_LABELS, VEHICLE_KIND, type PropertyItem, type PropertyKind } from '../finances/property'
import { PARAMETER } from '../parameters/keys'
import { inCount, inFen, inPeople, inWords, passIf, step } from './steps'

type Items<K extends PropertyKind> = Extract<PropertyItem, { kind: K }>[]

const ofKind = <K extends PropertyKind>(items: readonly PropertyItem[], kind: K): Items<K> =>
  items.filter((item): item is Extract<PropertyItem, { kind: K }> => item.kind === kind)

function financial(items: Items<'FINANCIAL'>, people: number, standardFen: number, book: ParameterBook): TraceStep {
  const limit = timesFactor(standardFen, book.number(PARAMETER.financialMultiple))
  const total = items.reduce((sum, { valueFen }) => sum + valueFen, 0)
  return step('property.financial', passIf(total <= limit * people), {
    inputs: [...items.map((item) => inFen(label(FINANCIAL_ASSET, item.asset), item.valueFen, item.evidence)), inPeople('人数', people), inFen('人均限额', limit)],
    parameters: book.used(PARAMETER.financialMultiple),
    outcome: inFen('金融资产合计', total),
  })
}

function homes(items: Items<'HOME'>, book: ParameterBook): TraceStep {
  const area = book.number(PARAMETER.smallHomeArea)
  const allSmall = items.every(({ squareMetres }) => squareMetres <= area)
  const within = items.length <= book.number(PARAMETER.homes) || (allSmall && items.length <= book.number(PARAMETER.smallHomes))
  return step('property.homes', passIf(within), {
    inputs: items.map((item) => inWords(`住房 ${item.location}`, `${item.squareMetres} 平方米`, item.evidence)),
    parameters: book.used(PARAMETER.homes, PARAMETER.smallHomes, PARAMETER.smallHomeArea),
    outcome: inCount('住房套数', items.length),
  })
}

function vehicles(items: Items<'VEHICLE'>, book: ParameterBook): TraceStep {
  const oldSince = Number(book.on.slice(0, 4)) - book.number(PARAMETER.workingVehicleAge)
  const tolerated = ({ vehicle, registeredYear }: Items<'VEHICLE'>[number]) =>
    vehicle === 'DISABILITY_VEHICLE' || vehicle === 'TWO_WHEELER' || (vehicle === 'WORKING_VEHICLE' && registeredYear <= oldSince)
  return step('property.vehicles', passIf(items.every(tolerated)), {
    inputs: items.map((item) => inWords(label(VEHICLE_KIND, item.vehicle), `${item.registeredYear} 年登记`, item.evidence)),
    parameters: book.used(PARAMETER.workingVehicleAge),
    outcome: inCount('超出规定的车辆', items.filter((item) => !tolerated(item)).length),
  })
}

function companies(items: Items<'COMPANY'>, book: ParameterBook): TraceStep {
  const invested = items.reduce((sum, { investedFen }) => sum + investedFen, 0)
  const within = !items.some(({ active }) => active) && invested <= book.number(PARAMETER.investmentLimit)
  return step('property.companies', passIf(within), {
    inputs: items.map((item) => inWords(item.name, item.active ? '正常经营' : '未经营', item.evidence)),
    parameters: book.used(PARAMETER.investmentLimit),
    outcome: inFen('投资额合计', invested),
  })
}

function overseasStudy(items: Items<'OVERSEAS_STUDY'>): TraceStep {
  return step('property.overseas-study', passIf(!items.some(({ selfPaid }) => selfPaid)), {
    inputs: items.map((item) => inWords('留学', item.selfPaid ? '自费' : '公费或奖学金', item.evidence)),
    outcome: inCount('自费留学', items.filter(({ selfPaid }) => selfPaid).length),
  })
}

/** Each property limit of the household (57号 §14), or of one person of it; what is exempt is named and left out. */
export function propertyLimits(memberIds: readonly string[], finances: Pick<Finances, 'properties'>, standardFen: number, book: ParameterBook): TraceStep[] {
  const owned = finances.properties.filter(({ memberId }) => memberIds.includes(memberId))
  const items = owned.filter(({ necessity }) => !necessity)
  const exempt = owned
    .filter(({ necessity }) => necessity)
    .map((item) => step('property.exempt', 'info', { inputs: [inWords(PROPERTY_KIND_LABELS[item.kind], item.description, item.evidence)] }))
  return [
    ...exempt,
    financial(ofKind(items, 'FINANCIAL'), memberIds.length, standardFen, book),
    homes(ofKind(items, 'HOME'), book),
    vehicles(ofKind(items, 'VEHICLE'), book),
    companies(ofKind(items, 'COMPANY'), book),
    overseasStudy(ofKind(items, 'OVERSEAS_STUDY')),
  ]
}
