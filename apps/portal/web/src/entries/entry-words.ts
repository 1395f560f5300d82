import type { Entry } from '@xishan/portal-contract'

const STANDING_WORDS: Record<Entry['standing'], string> = {
  IN_FORCE: '现行',
  EARLIER: '此前的数值',
  SUPERSEDED: '已被同日数值替换',
  NOT_SHOWN: '',
}

/** What a reviewed entry counts for now; nothing for one that is not shown. */
export const standingWords = ({ standing }: Pick<Entry, 'standing'>): string => STANDING_WORDS[standing]

/** What waits for review first, then the service's own order. */
export const waitingFirst = (entries: readonly Entry[]): Entry[] => entries.toSorted((a, b) => Number(b.state === 'SUBMITTED') - Number(a.state === 'SUBMITTED'))
