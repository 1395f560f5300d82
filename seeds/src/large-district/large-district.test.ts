import { parseKeyRing, softwareCiphers, verifyAudit } from '@xishan/service-kit'
import { readCitizenNumber } from '@xishan/domain'
import { startTestService, type TestService } from '@xishan/service-kit/testing'
import { MemberFacts, routes } from '@xishan/social-assistance-contract'
import { service as definition } from '@xishan/social-assistance-service'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDivisions, loadParameters, serviceActor, UnitOfWork } from '@xishan/service-kit'
import { demonstrationActor } from '../accounts'
import { streets } from '../demonstration/places'
import { DATA_KEYS } from '../demonstration/testing/seeded-house'
import { divisions, divisionsOn } from '../divisions'
import { socialAssistanceParameters } from '../parameters'
import { CHUNK, chunksOf, householdsIn, paidAmong, sizesOf, type DistrictSize } from './blocks'
import { loadChunks } from './load-chunks'
import { lookAtLists } from './look-at-lists'

const size: DistrictSize = { residents: 13_057, inPay: 700 }

describe('the plan of a district', () => {
  it.each([100, 3000, 9_999, 10_000, 10_001, 1_000_000])('of %i people has exactly so many, in whole households', (residents) => {
    const plan = { residents, inPay: 0 }
    const sizes = Array.from({ length: chunksOf(plan) }, (_, chunk) => sizesOf(chunk, plan))
    expect(sizes.flat().reduce((sum, people) => sum + people, 0)).toBe(residents)
    expect(sizes.flat().length).toBe(householdsIn(plan))
    expect(sizes.slice(0, -1).every((chunk) => chunk.length === CHUNK.households)).toBe(true)
  })

  it('pays exactly so many households, evenly', () => {
    expect(paidAmong(householdsIn(size), size)).toBe(700)
    expect(paidAmong(Math.floor(householdsIn(size) / 2), size)).toBeCloseTo(350, -1)
  })
})

describe('a district of thirteen thousand', () => {
  let house: TestService
  beforeAll(async () => {
    house = await startTestService(definition, { settings: { dataKeys: DATA_KEYS, demonstrationStart: '2025-09-30' } })
    await house.app.get(UnitOfWork).perform(serviceActor('social-assistance'), async (work) => {
      await loadDivisions(work, divisions)
      await loadParameters(work, socialAssistanceParameters)
    })
    const share = { migratorUrl: house.migratorUrl, schema: 'social_assistance', dataKeys: DATA_KEYS, size, of: 2, chunks: chunksOf(size) }
    // As two threads would, both at once.
    await Promise.all([0, 1].map((from) => loadChunks({ ...share, from }, () => undefined)))
  }, 120_000)
  afterAll(() => house?.close())

  it('has so many people, households and benefits, in every community', async () => {
    expect(
      await house.sql(
        `select (select count(*)::int from household_member) as people, (select count(*)::int from household) as households, (select count(*)::int from benefit) as benefits,
                (select count(distinct division_code)::int from household) as communities, (select count(distinct document_lookup)::int from household_member) as numbers,
                (select count(*)::int from benefit b where member_count <> (select count(*) from benefit_member m where m.benefit_id = b.id)) as wrong`,
      ),
    ).toEqual([{ people: size.residents, households: householdsIn(size), benefits: size.inPay, communities: streets.flatMap(({ code }) => divisionsOn('2025-09-30').childrenOf(code)).length, numbers: size.residents, wrong: 0 }])
  })

  it('of people whose numbers are valid and agree with what is written of them', async () => {
    const ciphers = softwareCiphers(parseKeyRing(DATA_KEYS))
    const members = await house.sql<{ sealed: string; birth: string; lookup: string; facts: MemberFacts }>(`select document_number_sealed as sealed, birth_date::text as birth, document_lookup as lookup, facts from household_member order by id limit 400`)
    const wrong = members.filter(({ sealed, birth, lookup, facts }) => {
      const number = ciphers.decrypt(sealed)
      const reading = readCitizenNumber(number, '2025-09-30')
      return !reading.ok || reading.birthDate !== birth || reading.sex !== facts.sex || ciphers.lookup('1', number) !== lookup || !MemberFacts.safeParse(facts).success
    })
    expect(wrong).toEqual([])
  })

  it('stands under an unbroken audit', async () => {
    expect(await verifyAudit((sql, parameters) => house.sql(sql, parameters), (async function* () {})())).toMatchObject({ breaks: [] })
  })

  it('is found by name, and read by street and bureau', async () => {
    const [{ name = '' } = {}] = await house.sql<{ name: string }>(`select applicant_name as name from household where division_code like '530112002%' order by id limit 1`)
    const { body } = await house.call(demonstrationActor('majie.clerk'), routes.findHouseholds, { query: { q: name } })
    expect(body.rows.map(({ applicantName }) => applicantName)).toContain(name)
    expect((await lookAtLists(house.app)).map(({ rows }) => rows > 0)).toEqual(Array.from({ length: 6 }, () => true))
  })
})
