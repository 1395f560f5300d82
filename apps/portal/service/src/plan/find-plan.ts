import { byUrgency, INDICATORS, indicatorNumbered, isBinding, mayCall, PLAN, planHasEnded, type Actor } from '@xishan/domain'
import { lineTitle, PERMISSIONS, type IndicatorDetail, type IndicatorView, type LineTrouble, type Plan } from '@xishan/portal-contract'
import { BusinessClock } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { planDayOn } from '../collection/collect-indicators'
import { Freshness, type Contact } from '../collection/freshness'
import { failureSentence } from '../lines/line-answer'
import type { PointFact } from './facts'
import { FindFacts } from './find-facts'
import { indicatorView, type Known } from './indicator-view'

/** The plan as it stands today, for this reader. */
@Injectable()
export class FindPlan {
  constructor(
    @Inject(FindFacts) private readonly facts: FindFacts,
    @Inject(Freshness) private readonly freshness: Freshness,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async plan(actor: Actor): Promise<Plan> {
    const { businessDate, known, contacts } = await this.known(actor)
    const views = INDICATORS.map((indicator) => indicatorView(indicator, known(indicator.number)))
    const sorted = views.toSorted((a, b) => byUrgency({ indicator: indicatorNumbered(a.number), status: a.status }, { indicator: indicatorNumbered(b.number), status: b.status }))
    return {
      title: PLAN.title,
      baseYear: PLAN.baseYear,
      targetYear: PLAN.targetYear,
      startsOn: PLAN.startsOn,
      endsOn: PLAN.endsOn,
      businessDate,
      ended: planHasEnded(businessDate),
      notice: noticeOn(businessDate, views),
      indicators: sorted,
      summary: summaryOf(views),
      troubles: troublesOf(contacts),
    }
  }

  async indicator(actor: Actor, number: number): Promise<IndicatorDetail> {
    const indicator = indicatorNumbered(number)
    const { known, points } = await this.known(actor)
    const mayRead = mayCall(PERMISSIONS, 'readOpenPoints', actor.roles)
    return {
      ...indicatorView(indicator, known(number)),
      formula: indicator.formula,
      formulaNote: indicator.note,
      history: await this.facts.history(number),
      points: mayRead ? points.filter((point) => point.indicators.includes(number)).map(({ id, title, ruled }) => ({ id, title, ruled })) : [],
    }
  }

  private async known(actor: Actor) {
    await this.freshness.refresh()
    const businessDate = await this.clock.today()
    const planDay = planDayOn(businessDate)
    const [snapshots, entries, points, contacts] = await Promise.all([this.facts.snapshots(planDay), this.facts.entries(), this.facts.points(), this.freshness.contacts()])
    const visible = mayCall(PERMISSIONS, 'readOpenPoints', actor.roles) ? points : points.map(asRuled)
    const known = (number: number): Known => ({
      businessDate,
      planDay,
      snapshot: snapshots.find(({ indicator }) => indicator === number),
      entry: entries.find(({ indicator }) => indicator === number),
      contact: contacts.find(({ line }) => line === indicatorNumbered(number).line),
      points: visible,
    })
    return { businessDate, known, contacts, points }
  }
}

/** To readers without access to the open points nothing is open; a ruling's target counts for them all the same. */
const asRuled = (point: PointFact): PointFact => ({ ...point, ruled: true })

function noticeOn(businessDate: string, views: readonly IndicatorView[]): string | null {
  if (!planHasEnded(businessDate)) return null
  const open = views.filter((view) => !view.final).length
  const missing = open === 0 ? '' : `其中 ${open} 项尚无期末数，按最近一次数值列示并注明截止日期，没有数值的如实标为未报送。`
  return `规划期已于 ${PLAN.endsOn} 结束，以下为期末数值，对照 ${PLAN.targetYear} 年目标值。${missing}`
}

function summaryOf(views: readonly IndicatorView[]): Plan['summary'] {
  const count = (status: IndicatorView['status']) => views.filter((view) => view.status === status).length
  return {
    onPath: count('ON_PATH'),
    slightlyBehind: count('SLIGHTLY_BEHIND'),
    behind: count('BEHIND'),
    bindingBehind: views.filter((view) => isBinding(view) && view.status === 'BEHIND').length,
    notApplicable: count('NOT_APPLICABLE'),
    notReported: count('NOT_REPORTED'),
  }
}

const troublesOf = (contacts: readonly Contact[]): LineTrouble[] =>
  contacts.flatMap(({ line, failure }) => (failure ? [{ line, title: lineTitle(line), sentence: failureSentence(line, failure) }] : []))
