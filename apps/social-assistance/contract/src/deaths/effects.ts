import { addToMonth, monthOf, type BenefitMonth } from '@xishan/domain'

/** A person that a benefit paid for, from when to when. */
export interface PersonPaidFor {
  memberId: string
  name: string
  fromMonth: BenefitMonth
  toMonth: BenefitMonth | null
  /** The money goes to an account in this name; to the head's where none is registered. */
  holdsAccount: boolean
  death: { id: string; diedOn: string } | null
}

export interface BenefitWithDeaths {
  stopped: boolean
  toMonth: BenefitMonth | null
  people: readonly PersonPaidFor[]
}

/** What one death asks for. */
export interface WantedEffects {
  deathId: string
  /** Nothing is sent from this month on; null where the living stay paid. */
  holdFrom: BenefitMonth | null
  /** The last month there was a right to, where nobody of the household is left. */
  stopAfter: BenefitMonth | null
  tasks: readonly ('RECHECK' | 'CARD_CHANGE')[]
}

type Dead = PersonPaidFor & { death: NonNullable<PersonPaidFor['death']> }

/** Paid for in the month of the death or later: who left the household before is no concern of the benefit. */
const deadOf = ({ people }: Pick<BenefitWithDeaths, 'people'>): Dead[] =>
  people
    .filter((person): person is Dead => person.death !== null && (person.toMonth === null || person.toMonth >= monthOf(person.death.diedOn)))
    .sort((a, b) => (a.death.diedOn + a.death.id < b.death.diedOn + b.death.id ? -1 : 1))

/**
 * What the deaths in a household ask for (specification 08): held only where nobody is left or the account was the dead person's; otherwise
 * the living stay paid and the household is looked at again. It looks at all deaths together, so that their order does not matter.
 */
export function effectsOfDeaths(benefit: BenefitWithDeaths): WantedEffects[] {
  const dead = deadOf(benefit)
  const last = dead.at(-1)
  const living = benefit.people.filter(({ death, toMonth }) => death === null && (toMonth === null || (benefit.toMonth !== null && toMonth >= benefit.toMonth)))
  return dead.map(({ death, holdsAccount }) => {
    const month = monthOf(death.diedOn)
    const over = benefit.stopped || (benefit.toMonth !== null && benefit.toMonth <= month)
    if (over) return { deathId: death.id, holdFrom: null, stopAfter: null, tasks: [] }
    if (living.length === 0) return { deathId: death.id, holdFrom: death.id === last?.death.id ? addToMonth(month, 1) : null, stopAfter: death.id === last?.death.id ? month : null, tasks: [] }
    return { deathId: death.id, holdFrom: holdsAccount ? addToMonth(month, 1) : null, stopAfter: null, tasks: holdsAccount ? ['RECHECK', 'CARD_CHANGE'] : ['RECHECK'] }
  })
}

/** Whose share of a month was paid without right, by the death that came last before it, and who of the household was left. */
export function deathBehind(benefit: Pick<BenefitWithDeaths, 'people'>, month: BenefitMonth): { deathId: string; survivors: string[]; dead: string[] } | null {
  const before = deadOf(benefit).filter(({ death, toMonth }) => monthOf(death.diedOn) < month && (toMonth === null || toMonth >= month))
  const last = before.at(-1)
  if (!last) return null
  const survivors = benefit.people.filter(({ death, fromMonth, toMonth }) => fromMonth <= month && (toMonth === null || toMonth >= month) && (death === null || monthOf(death.diedOn) >= month))
  return { deathId: last.death.id, survivors: survivors.map(({ memberId }) => memberId), dead: before.map(({ memberId }) => memberId) }
}
