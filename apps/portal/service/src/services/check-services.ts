import { LINE_ROUTES } from '@xishan/domain'
import { lineTitle, type ServiceHealth } from '@xishan/portal-contract'
import { Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { PORTAL } from '../collection/collect-indicators'
import { Freshness, type Contact } from '../collection/freshness'
import { failureSentence, type LineAnswer, type LineFailure } from '../lines/line-answer'
import { LineClient } from '../lines/line-client'

type Ready = { status: 'ok'; line: string; version: string }
interface Held {
  line: string
  dataAsOf: string
}

const STATES: Partial<Record<LineFailure, ServiceHealth['state']>> = { TIMEOUT: 'TIMEOUT', NOT_READY: 'NOT_READY', FAULTY: 'FAULTY', UNREADABLE: 'UNREADABLE' }

/** Which services answer, how fast, in which version, and how old the numbers are that the portal holds of them. */
@Injectable()
export class CheckServices {
  constructor(
    @Inject(LineClient) private readonly client: LineClient,
    @Inject(Freshness) private readonly freshness: Freshness,
    @Inject(Reads) private readonly reads: Reads,
  ) {}

  async execute(): Promise<{ checkedAt: string; services: ServiceHealth[] }> {
    const [contacts, held, services] = await Promise.all([
      this.freshness.contacts(),
      this.reads.query<Held>(PORTAL, `select line, max(cut_off)::text as "dataAsOf" from indicator_snapshot group by line`),
      Promise.all(this.client.lines.map(async (line) => ({ line, ready: await this.client.ask({ line, path: '/health/ready', shape: LINE_ROUTES.ready.answer, headers: {} }) }))),
    ])
    return {
      checkedAt: new Date().toISOString(),
      services: services.map(({ line, ready }) => healthOf(line, ready, contacts.find((contact) => contact.line === line), held.find((found) => found.line === line)?.dataAsOf ?? null)),
    }
  }
}

/** A service that answers in the name of another is wired wrongly, and counts as one that cannot be read. */
function healthOf(line: string, answer: LineAnswer<Ready>, contact: Contact | undefined, dataAsOf: string | null): ServiceHealth {
  const ready: LineAnswer<Ready> = answer.ok && answer.value.line !== line ? { ok: false, failure: 'UNREADABLE', milliseconds: answer.milliseconds } : answer
  return {
    line,
    title: lineTitle(line),
    state: ready.ok ? 'READY' : (STATES[ready.failure] ?? 'DOWN'),
    sentence: ready.ok ? '运行正常。' : failureSentence(line, ready.failure),
    version: ready.ok ? ready.value.version : null,
    milliseconds: ready.milliseconds,
    dataAsOf,
    collectedAt: contact?.answeredAt?.toISOString() ?? null,
    lastFailure: contact?.failedAt && contact.failure ? { at: contact.failedAt.toISOString(), sentence: failureSentence(line, contact.failure) } : null,
  }
}
