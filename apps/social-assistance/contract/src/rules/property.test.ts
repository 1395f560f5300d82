import { overall } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import type { PropertyItem } from '../finances/property'
import { aBook, aProperty, memberId } from './examples'
import { propertyLimits } from './property'

const judge = (properties: PropertyItem[], people = 1) => propertyLimits(Array.from({ length: people }, (_, at) => memberId(at + 1)), { properties }, 63000, aBook())

const deposit = (yuan: number) => aProperty({ kind: 'FINANCIAL', asset: 'DEPOSIT', valueFen: yuan * 100 })
const home = (squareMetres: number) => aProperty({ kind: 'HOME', squareMetres, location: '西苑' })
const vehicle = (kind: 'PASSENGER_CAR' | 'DISABILITY_VEHICLE' | 'WORKING_VEHICLE' | 'TWO_WHEELER', registeredYear = 2020) => aProperty({ kind: 'VEHICLE', vehicle: kind, registeredYear })
const company = (active: boolean, yuan: number) => aProperty({ kind: 'COMPANY', name: '某公司', active, investedFen: yuan * 100 })

describe('property limits (57号 §14; the limits are parameters)', () => {
  it.each<[string, PropertyItem[], number, 'pass' | 'fail']>([
    ['没有财产', [], 1, 'pass'],
    ['人均金融资产等于 24 倍标准 15120', [deposit(15120)], 1, 'pass'],
    ['人均金融资产超过 24 倍标准一元', [deposit(15121)], 1, 'fail'],
    ['几项合计', [deposit(10000), aProperty({ kind: 'FINANCIAL', asset: 'FUND', valueFen: 600000 })], 1, 'fail'],
    ['按人数平均', [deposit(30240)], 2, 'pass'],
    ['一套住房', [home(120)], 1, 'pass'],
    ['两套小面积住房', [home(50), home(45)], 1, 'pass'],
    ['两套，其中一套不是小面积', [home(50), home(50.5)], 1, 'fail'],
    ['三套小面积住房', [home(30), home(30), home(30)], 1, 'fail'],
    ['普通机动车', [vehicle('PASSENGER_CAR')], 1, 'fail'],
    ['残疾人代步车', [vehicle('DISABILITY_VEHICLE')], 1, 'pass'],
    ['电动车', [vehicle('TWO_WHEELER')], 1, 'pass'],
    ['用满 8 年的生产经营用车', [vehicle('WORKING_VEHICLE', 2017)], 1, 'pass'],
    ['未满 8 年的生产经营用车', [vehicle('WORKING_VEHICLE', 2018)], 1, 'fail'],
    ['正常经营的企业', [company(true, 0)], 1, 'fail'],
    ['停业企业，投资额在限额内', [company(false, 50000)], 1, 'pass'],
    ['停业企业，投资额超过限额', [company(false, 50001)], 1, 'fail'],
    ['自费留学', [aProperty({ kind: 'OVERSEAS_STUDY', selfPaid: true })], 1, 'fail'],
    ['公费留学', [aProperty({ kind: 'OVERSEAS_STUDY', selfPaid: false })], 1, 'pass'],
    ['57号 §14 必需财产可以豁免', [{ ...vehicle('PASSENGER_CAR'), necessity: true, description: '唯一的送货车' }], 1, 'pass'],
    ['不在本户的人的财产不计', [{ ...deposit(99999), memberId: memberId(9) }], 1, 'pass'],
  ])('%s', (_case, properties, people, result) => {
    expect(overall(judge(properties, people))).toBe(result)
  })

  it('names what it exempted and why', () => {
    expect(judge([{ ...vehicle('PASSENGER_CAR'), necessity: true, description: '唯一的送货车' }])[0]).toMatchObject({ rule: 'property.exempt', inputs: [{ value: '唯一的送货车' }] })
  })
})
