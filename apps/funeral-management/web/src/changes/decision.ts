import type { Saved } from '@xishan/domain'

export interface ProposedChange {
  id: string
  version: number
}

/** How another person decides a change that was proposed. */
export type Decide = (action: 'approve' | 'reject', change: ProposedChange, words: string) => Promise<Saved>
