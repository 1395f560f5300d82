import type { Person } from '../people'

/** Somebody in pay who died: who, where at home, and the id that both lines know the death by. */
export interface PayeeWhoDied {
  deathId: string
  person: Person
  community: string
  diedOn: string
  /** Days until anybody here heard of it, where the person died elsewhere. */
  heardAfter?: number
  /** When it was found to be a mistake. */
  revokedOn?: string
  /** The day that the police give. */
  otherDay?: string
}

/** Somebody in pay who bears the name of one who died. */
export interface Named {
  name: string
}
