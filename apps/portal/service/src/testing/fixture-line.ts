import { defineContract, IndicatorAnswers, IndicatorRecord, IndicatorRecordsQuery, LineTasks, pageOf, type Actor, type IndicatorAnswer, type RouteInput } from '@xishan/domain'
import { Acting, defineService, Endpoint, Input, serviceActor } from '@xishan/service-kit'
import { startTestService, tokenOf, type TestService } from '@xishan/service-kit/testing'
import { Controller, Inject, Injectable, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'

const READERS = ['ST_CLERK', 'BU_HEAD', 'DIRECTOR'] as const

/** A small line beside the portal: it answers for indicator 1, keeps two records in two streets, and can be told to misbehave. */
const contract = defineContract({
  line: 'social-assistance',
  title: '社会救助（测试）',
  permissions: { numbers: ['SERVICE', ...READERS], records: READERS, tasks: READERS },
  problems: {},
  routes: {
    indicators: { method: 'GET', path: '/indicators', summary: '指标', may: 'numbers', query: z.object({ asOf: z.string() }), answer: z.unknown() },
    records: { method: 'GET', path: '/indicators/:number/records', summary: '明细', may: 'records', params: z.object({ number: z.string() }), query: IndicatorRecordsQuery, answer: pageOf(IndicatorRecord) },
    tasks: { method: 'GET', path: '/tasks', summary: '待办', may: 'tasks', answer: LineTasks },
    serviceTokens: { method: 'POST', path: '/service-tokens', summary: '服务令牌', may: 'anyone', body: z.object({ service: z.string(), secret: z.string() }), answer: z.object({ token: z.string() }) },
  },
})
const { routes } = contract

export type Manner = 'well' | 'hang' | 'hang midway' | 'fault' | 'not json' | 'another shape' | 'impossible' | 'endless'

export const answerOf = (asOf: string, more: Partial<IndicatorAnswer> = {}): IndicatorAnswer => ({
  number: 1,
  asOf,
  cutOff: asOf,
  value: 99.96,
  components: [
    { key: 'IN_PAY', label: '在保家庭', value: 4725, unit: '户' },
    { key: 'OWED', label: '逾期未保家庭', value: 2, unit: '户' },
  ],
  complete: true,
  note: '',
  sourceLine: 'social-assistance',
  ...more,
})

/** How the line behaves, and what it was asked. */
@Injectable()
export class Behaviour {
  manner: Manner = 'well'
  value: number | null = 99.96
  asked: string[] = []
}

@Controller()
class FixtureController {
  constructor(@Inject(Behaviour) private readonly behaviour: Behaviour) {}

  @Endpoint(routes.indicators)
  indicators(@Input() { query }: RouteInput<typeof routes.indicators>, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> | unknown {
    this.behaviour.asked.push(query.asOf)
    const answers: IndicatorAnswers = { indicators: [answerOf(query.asOf, { value: this.behaviour.value })] }
    return misbehave(this.behaviour.manner, reply, answers)
  }

  @Endpoint(routes.records)
  records(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.records>) {
    const rows = ['530112001', '530112002'].map((street, index) => ({
      id: street,
      number: `XS-SA-2025-00000${index + 1}`,
      title: '张*一户 2 人',
      detail: street,
      component: query.component ?? 'IN_PAY',
      asOf: query.asOf ?? '',
      path: `/social-assistance/benefits/${street}`,
    }))
    return { rows: rows.filter((row) => row.detail.startsWith(actor.scope)), next: null }
  }

  @Endpoint(routes.tasks)
  tasks(@Acting() actor: Actor) {
    return { tasks: [{ id: '1', number: 'XS-SA-2025-000009', title: '王*', detail: '审核确认', state: '待确认', dueOn: '2025-10-09', light: 'green', path: '/social-assistance/applications/1' }], total: actor.scope.length }
  }

  @Endpoint(routes.serviceTokens)
  async serviceTokens(@Input() { body }: RouteInput<typeof routes.serviceTokens>) {
    return { token: await tokenOf(serviceActor(body.service)) }
  }
}

function misbehave(manner: Manner, reply: FastifyReply, answers: IndicatorAnswers): Promise<unknown> | unknown {
  switch (manner) {
    case 'well':
      return answers
    case 'hang':
      return new Promise(() => undefined)
    case 'fault':
      throw new Error('out of order')
    case 'another shape':
      return { indicators: [{ number: 1, rate: 100 }] }
    case 'impossible':
      return { indicators: [answerOf(answers.indicators[0]?.asOf ?? '', { value: 104 }), answerOf(answers.indicators[0]?.asOf ?? '', { number: 11, value: 80 })] }
    case 'not json':
      return raw(reply, (write, end) => (write('<html>nginx</html>'), end()))
    case 'hang midway':
      return raw(reply, (write) => write('{"indicators": [{"number": 1, '))
    case 'endless':
      return raw(reply, (write) => {
        const flood = setInterval(() => write(' '.repeat(500_000)), 1)
        reply.raw.once('close', () => clearInterval(flood))
      })
  }
}

/** Answers past the framework, as a line gone wrong would. */
function raw(reply: FastifyReply, send: (write: (text: string) => void, end: () => void) => void): Promise<never> {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'application/json' })
  send(
    (text) => reply.raw.write(text),
    () => reply.raw.end(),
  )
  return new Promise(() => undefined)
}

export const fixtureLine = (): Promise<TestService> =>
  startTestService(defineService({ contract, entities: [], migrations: [], controllers: [FixtureController], providers: [Behaviour] }))
