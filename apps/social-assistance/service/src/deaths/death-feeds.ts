import { DomainProblem, addDays, label, type ParameterBook } from '@xishan/domain'
import { newId, type Ask, type Work } from '@xishan/service-kit'
import { DEATH_FEED, PARAMETER, type DeathFeed } from '@xishan/social-assistance-contract'
import type { Batch } from '../disbursements/batch.entity'

const LIMIT: Readonly<Record<DeathFeed, string>> = { POLICE: PARAMETER.death.feedPolice, HEALTH: PARAMETER.death.feedHealth, HALL: PARAMETER.death.feedHall }

export interface FeedStanding {
  source: DeathFeed
  /** The last day that its lists cover; null where none has ever come. */
  coversTo: string | null
  limitDays: number
  silent: boolean
}

/** How each source of deaths stands on a day: silent is who has sent before and is overdue. */
export async function feedsOn(ask: Ask, book: ParameterBook, on: string): Promise<FeedStanding[]> {
  const heard = await ask<{ source: string; coversTo: string }>(`select source, covers_to::text as "coversTo" from death_feed`)
  return DEATH_FEED.codes.map((source) => {
    const limitDays = book.number(LIMIT[source])
    const coversTo = heard.find((feed) => feed.source === source)?.coversTo ?? null
    return { source, coversTo, limitDays, silent: coversTo !== null && addDays(coversTo, limitDays) < on }
  })
}

export const silenceOf = ({ source, coversTo, limitDays }: FeedStanding): string => `${label(DEATH_FEED, source)}只更新到 ${coversTo ?? ''}，应每 ${limitDays} 日内更新`

/**
 * Nobody signs a payment over a list of deaths that is out of date, unless he says why; the reason stands with his step.
 * @throws DomainProblem `death-list-stale`
 */
export async function requireFreshDeathLists(work: Work, book: ParameterBook, reason: string): Promise<void> {
  const silent = (await feedsOn((sql, parameters) => work.query(sql, parameters), book, work.businessDate)).filter((feed) => feed.silent)
  if (silent.length > 0 && reason === '') throw new DomainProblem('death-list-stale', { lists: silent.map(silenceOf).join('；') }, [{ field: 'staleDeathsReason', message: '死亡信息未按期更新，请写明仍予办理的理由' }])
}

/** A source that never sent a list cannot be late; that the batch was not compared with it is said once. */
export async function noteUnconnectedFeeds(work: Work, book: ParameterBook, { id, divisionCode }: Pick<Batch, 'id' | 'divisionCode'>): Promise<void> {
  const missing = (await feedsOn((sql, parameters) => work.query(sql, parameters), book, work.businessDate)).filter(({ coversTo }) => coversTo === null)
  if (missing.length === 0) return
  await work.query(
    `insert into disbursement_finding (id, batch_id, division_code, code, severity, detail) values ($1, $2, $3, 'DEATH_LIST_STALE', 'NOTE', $4) on conflict do nothing`,
    [newId(), id, divisionCode, `尚未接入${missing.map(({ source }) => label(DEATH_FEED, source)).join('、')}，本批次未能与其比对`],
  )
}
