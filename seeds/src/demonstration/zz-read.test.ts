import { routes } from '@xishan/social-assistance-contract'
import { it, expect } from 'vitest'
import { demonstrationActor } from '../accounts'
import { seededHouse } from './testing/seeded-house'

it('reads', async () => {
  const house = await seededHouse()
  const head = demonstrationActor('bureau.head')
  const bad: string[] = []
  const states: Record<string, number> = {}
  const time: Record<string, number[]> = {}
  const get = async (name: string, route: any, params: any, query: any = {}, actor = head) => {
    const t = performance.now()
    const answer: any = await house.call(actor, route, { params, query })
    ;(time[name] ??= []).push(performance.now() - t)
    if (answer.status !== 200) bad.push(`${name} ${JSON.stringify(params)} ${JSON.stringify(answer.body).slice(0, 300)}`)
    return answer.body
  }
  const cases = await house.sql<{ id: string; state: string }>(`(select id, state from application where decided_on is null) union all (select id, state from application where decided_on is not null order by md5(id::text) limit 120) `)
  for (const { id, state } of cases) {
    states[state] = (states[state] ?? 0) + 1
    const page = await get('case', routes.getApplication, { id })
    for (const kind of (states[state] ?? 0) <= 2 ? page.papers ?? [] : []) await get(`paper ${kind}`, routes.printPaper, { id, kind })
  }
  for (const { id } of await house.sql<{ id: string }>(`select id from benefit order by md5(id::text) limit 80`)) await get('benefit', routes.getBenefit, { id })
  for (const { id } of await house.sql<{ id: string }>(`select id from household order by md5(id::text) limit 80`)) await get('household', routes.getHousehold, { id })
  for (const { id } of await house.sql<{ id: string }>(`select id from means_check order by md5(id::text) limit 60`)) await get('check', routes.getMeansCheck, { id })
  for (const name of ['xiyuan.clerk', 'xiyuan.reviewer', 'xiyuan.leader', 'checker', 'bureau.clerk', 'bureau.head', 'bureau.approver', 'director', 'majie.clerk', 'xiyuan.community']) {
    const tasks = await get('tasks', routes.findTasks, {}, {}, demonstrationActor(name))
    console.error(name, tasks.total, JSON.stringify(tasks.tasks?.[0]))
  }
  for (const q of ['李', '王', '普建', '12']) await get('list', routes.findApplications, {}, { q })
  console.error(JSON.stringify(await get('postings', routes.publicPostings, {}, {})).slice(0, 600))
  console.error(JSON.stringify(await get('public', routes.publicBenefits, {}, { limit: 2 })).slice(0, 400))
  console.error(JSON.stringify((await get('records', routes.findIndicatorRecords, { number: '1' }, { limit: 4 })), null, 1).slice(0, 1500))
  await get('params', routes.findParameters, {})
  console.error(JSON.stringify(states), JSON.stringify(Object.fromEntries(Object.entries(time).map(([k, v]) => [k, [v.length, Math.round(v.reduce((a, b) => a + b) / v.length), Math.round(Math.max(...v))]]))))
  expect(bad).toEqual([])
  await house.close()
}, 600_000)
