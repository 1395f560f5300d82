import { Saved, type Actor, type Route } from '@xishan/domain'
import { serviceActor, UnitOfWork, loadDivisions, loadParameters } from '@xishan/service-kit'
import { startTestService, type TestService } from '@xishan/service-kit/testing'
import { ATTACHMENT_KIND, routes } from '@xishan/social-assistance-contract'
import { service as definition } from '@xishan/social-assistance-service'
import { divisions } from '../../divisions'
import { socialAssistanceParameters } from '../../parameters'
import { pilotVersions } from '../demonstration-parameters'
import { sheetPicture } from '../picture'
import type { SeededAct, SeededCase } from './seeded-case'
import { DATA_KEYS } from './seeded-house'

const PICTURE = sheetPicture({ framed: false, ends: 7 })
const byPermission = new Map<string, Route>(Object.values<Route>(routes).map((route) => [route.may ?? '', route]))

/** Walks a seeded case again, act by act, over HTTP: the same people, on the same days, typing the same. */
export class Replay {
  id = ''
  private version = 0
  private objected = 0
  /** The objection that waits for its answer. */
  private open = ''

  private constructor(
    readonly service: TestService,
    private readonly seeded: SeededCase,
  ) {}

  static async of(seeded: SeededCase): Promise<Replay> {
    const [first] = seeded.acts
    const service = await startTestService(definition, { settings: { dataKeys: DATA_KEYS, demonstrationStart: first?.on ?? '' } })
    await service.app.get(UnitOfWork).perform(serviceActor('social-assistance'), async (work) => {
      await loadDivisions(work, divisions)
      await loadParameters(work, [...socialAssistanceParameters, ...pilotVersions])
    })
    return new Replay(service, seeded)
  }

  async walk(): Promise<void> {
    for (const act of this.seeded.acts) {
      await this.service.advanceTo(act.on)
      await this.again(act)
    }
  }

  private async again(act: SeededAct): Promise<void> {
    if (act.subject === 'attachment') return this.file(act)
    if (act.subject === 'check') return this.onCheck(act)
    if (act.action === 'answerObjection') this.open = await this.unanswered()
    const { route, body } = this.asked(act)
    const saved = await this.must(act.actor, route, { id: this.id }, { ...(route === routes.createDraft ? {} : { version: this.version }), ...body(this.seeded) })
    this.id ||= saved.id
    this.version = saved.version
  }

  /** Which route an act went by, and what was typed. */
  private asked(act: SeededAct): { route: Route; body: (seeded: SeededCase) => Record<string, unknown> } {
    switch (act.action) {
      case 'createDraft':
        return { route: routes.createDraft, body: ({ window }) => window }
      case 'submit':
        return { route: routes.submitApplication, body: () => ({}) }
      case 'fillHousehold':
        return { route: routes.fillHousehold, body: ({ sheet }) => sheet }
      case 'chooseEntry':
        return { route: routes.chooseEntry, body: ({ singleMemberId }) => ({ entry: singleMemberId ? 'SINGLE' : 'HOUSEHOLD', singleMemberId }) }
      case 'fillFinances':
        return { route: routes.fillFinances, body: ({ finances }) => ({ ...finances }) }
      case 'recordDelivery':
        return { route: routes.recordDelivery, body: ({ window }) => ({ ...act.summary, way: 'IN_PERSON', receivedBy: window.applicantName }) }
      case 'extendTerm':
        return { route: routes.extendTerm, body: () => ({ reason: act.summary.reason, explanation: act.summary.explanation }) }
      case 'recordObjection':
        return { route: routes.recordObjection, body: ({ objections }) => ({ ...act.input, objector: objections[this.objected++]?.objector }) }
      case 'answerObjection':
        return { route: routes.answerObjection, body: ({ objections }) => ({ objectionId: this.open, answeredOn: objections[this.objected - 1]?.answeredOn, answer: objections[this.objected - 1]?.answer }) }
      default: {
        const route = byPermission.get(`application.${act.action}`)
        if (!route) throw new RangeError(`which route is ${act.action}?`)
        return { route, body: () => act.input }
      }
    }
  }

  private async unanswered(): Promise<string> {
    const [objection] = await this.service.sql<{ id: string }>(`select id from objection where application_id = $1 and answered_on is null`, [this.id])
    return objection?.id ?? ''
  }

  private async file({ actor, summary }: SeededAct): Promise<void> {
    const kind = ATTACHMENT_KIND.entries.find(([, title]) => title === summary.kind)?.[0]
    const answer = await this.service.call(actor, routes.addAttachment, { params: { id: this.id }, body: { kind }, file: { name: '扫描件.png', type: 'image/png', bytes: PICTURE } })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }

  private async onCheck({ action, actor, input, opinion }: SeededAct): Promise<void> {
    // Asked for with the start of the investigation.
    if (action === 'request') return
    const route = byPermission.get(`check.${action}`)
    const [check] = await this.service.sql<{ id: string; version: number }>(`select id, version from means_check where application_id = $1`, [this.id])
    if (!route || !check) throw new RangeError(`no check for ${action}`)
    const words = action.startsWith('conclude') ? { conclusion: opinion } : action === 'requestRecheck' ? { reason: opinion } : action === 'tellResult' ? { remark: opinion } : {}
    await this.must(actor, route, { id: check.id }, { version: check.version, ...input, ...words })
  }

  private async must(actor: Actor, route: Route, params: Record<string, string>, body: Record<string, unknown>): Promise<Saved> {
    const answer = await this.service.call(actor, route, { params, body })
    if (answer.status !== 200) throw new Error(`${route.method} ${route.path} by ${actor.name}: ${JSON.stringify(answer.body)}`)
    return Saved.parse(answer.body)
  }
}
