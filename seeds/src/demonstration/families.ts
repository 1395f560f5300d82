import type { Entry, Hardship } from '@xishan/social-assistance-contract'
import { unable, disabled, oddJobs, retired, schooling, seriouslyIll, type Circumstances, type FamilyMember } from './circumstances'
import type { Means } from './means'
import { adultMeans, childMeans, couplesMeans, elderMeans, together } from './livelihoods'
import type { Ethnicity, People, Person } from './people'
import type { Draw } from './random'

/** A family as it was when it applied. The head stands first. */
export interface Family {
  hardship: Hardship
  entry: Entry
  members: FamilyMember[]
  means: Means
}

/** What a family is drawn from. */
export interface Cradle {
  people: People
  draw: Draw
  /** The day of the application. */
  on: string
  ethnicity: Ethnicity
  rural: boolean
}

interface Wanted {
  age: number
  sex?: Person['sex']
  surname?: string
}

const anySex = (draw: Draw, men = 0.5): Person['sex'] => (draw.chance(men) ? '1' : '2')

function person({ people, on, ethnicity, draw }: Cradle, { age, sex = anySex(draw), surname }: Wanted): Person {
  return people.make({ age, sex, on, ethnicity, ...(surname ? { surname } : {}) })
}

const surname = ({ name }: Person): string => name.slice(0, 1)
const member = (who: Person, circumstances: Circumstances): FamilyMember => ({ person: who, circumstances })
const asChild = (who: Person) => ({ relation: who.sex === '1' ? ('2' as const) : ('3' as const) })

const unattached = (draw: Draw, age: number): Pick<Circumstances, 'maritalStatus'> => ({ maritalStatus: age > 58 ? draw.weighted([['30', 52], ['10', 26], ['40', 22]] as const) : draw.weighted([['10', 52], ['40', 38], ['30', 10]] as const) })

function child(cradle: Cradle, from: Person, age: number): FamilyMember {
  const who = person(cradle, { age, surname: surname(from) })
  return member(who, { ...asChild(who), ...schooling(age) })
}

function olderAlone(cradle: Cradle): Family {
  const { draw, on } = cradle
  const age = draw.middling(58, 86)
  const who = person(cradle, { age, sex: anySex(draw, 0.56) })
  const frail = draw.chance(0.16) ? disabled(who, on, draw) : draw.chance(0.12) ? seriouslyIll(on, draw) : {}
  return {
    hardship: draw.weighted([['OLD_AGE', 68], ['ILLNESS', 20], ['NO_LABOUR', 12]] as const),
    entry: 'HOUSEHOLD',
    members: [member(who, { relation: '0', ...unattached(draw, age), ...retired(age, draw), ...frail })],
    means: elderMeans(cradle, 0, age),
  }
}

function disabledAdult(cradle: Cradle): Family {
  const { draw, on } = cradle
  const age = draw.middling(28, 61)
  const who = person(cradle, { age, sex: anySex(draw, 0.62) })
  const disability = disabled(who, on, draw)
  const able = !['1', '2'].includes(disability.disability?.level ?? '') && draw.chance(0.5)
  return {
    hardship: 'DISABILITY',
    entry: 'HOUSEHOLD',
    members: [member(who, { relation: '0', ...unattached(draw, age), ...(able ? { ...oddJobs(draw), labour: 'PARTIAL' as const } : unable()), ...disability })],
    means: adultMeans(cradle, 0, { works: able, disabled: true }),
  }
}

function illAlone(cradle: Cradle): Family {
  const { draw, on } = cradle
  const age = draw.middling(26, 62)
  const who = person(cradle, { age })
  const able = draw.chance(0.3)
  return {
    hardship: 'ILLNESS',
    entry: 'HOUSEHOLD',
    members: [member(who, { relation: '0', ...unattached(draw, age), ...(able ? { ...oddJobs(draw), labour: 'PARTIAL' as const } : unable()), ...seriouslyIll(on, draw) })],
    means: adultMeans(cradle, 0, { works: able, ill: true }),
  }
}

function outOfWork(cradle: Cradle): Family {
  const { draw } = cradle
  const age = draw.middling(40, 58)
  const who = person(cradle, { age, sex: anySex(draw, 0.66) })
  return {
    hardship: draw.weighted([['UNEMPLOYMENT', 62], ['NO_LABOUR', 20], ['OTHER', 18]] as const),
    entry: 'HOUSEHOLD',
    members: [member(who, { relation: '0', ...unattached(draw, age), ...oddJobs(draw) })],
    means: adultMeans(cradle, 0, { works: true }),
  }
}

/** A severely disabled adult without work who enters alone; the parents on the sheet are not paid for (57号 §8, 83号). */
function singleEntrant(cradle: Cradle): Family {
  const { draw, on } = cradle
  const age = draw.middling(19, 46)
  const who = person(cradle, { age, sex: anySex(draw, 0.58) })
  const father = person(cradle, { age: age + draw.int(24, 32), sex: '1', surname: surname(who) })
  const mother = person(cradle, { age: age + draw.int(21, 29), sex: '2' })
  const parents = draw.chance(0.55) ? [father, mother] : [draw.pick([father, mother])]
  const living = { relation: '5', maritalStatus: parents.length > 1 ? '20' : '30', labour: 'PARTIAL', employment: 'RETIRED', health: '2' } as const
  return {
    hardship: 'DISABILITY',
    entry: 'SINGLE',
    members: [member(who, { relation: '0', maritalStatus: '10', ...unable(), ...disabled(who, on, draw, { severe: true }) }), ...parents.map((parent) => member(parent, living))],
    means: together(adultMeans(cradle, 0, { works: false, disabled: true }), { ...couplesMeans(cradle, parents.map((_, at) => at + 1)) }),
  }
}

function loneParent(cradle: Cradle, children: number): Family {
  const { draw, on } = cradle
  const age = draw.middling(27, 48)
  const parent = person(cradle, { age, sex: anySex(draw, 0.14) })
  const ages = Array.from({ length: children }, () => draw.int(1, Math.min(17, age - 21))).sort((a, b) => b - a)
  const ill = draw.chance(0.22)
  const circumstances: Circumstances = { relation: '0', maritalStatus: draw.weighted([['40', 58], ['30', 28], ['10', 14]] as const), ...oddJobs(draw), ...(ill ? { ...seriouslyIll(on, draw), ...unable() } : {}) }
  return {
    hardship: draw.weighted([['NO_LABOUR', 46], ['STUDY', 26], ['ILLNESS', ill ? 60 : 4], ['UNEMPLOYMENT', 20]] as const),
    entry: 'HOUSEHOLD',
    members: [member(parent, circumstances), ...ages.map((each) => child(cradle, parent, each))],
    means: together(adultMeans(cradle, 0, { works: !ill, ill, dependants: children }), ...ages.map((_, at) => childMeans(cradle, at + 1))),
  }
}

function olderCouple(cradle: Cradle): Family {
  const { draw, on } = cradle
  const age = draw.middling(60, 82)
  const husband = person(cradle, { age, sex: '1' })
  const wife = person(cradle, { age: age - draw.int(-2, 6), sex: '2' })
  const frail = draw.chance(0.4) ? seriouslyIll(on, draw) : disabled(wife, on, draw)
  return {
    hardship: draw.weighted([['OLD_AGE', 50], ['ILLNESS', 34], ['DISABILITY', 16]] as const),
    entry: 'HOUSEHOLD',
    members: [member(husband, { relation: '0', maritalStatus: '20', ...retired(age, draw) }), member(wife, { relation: '1', maritalStatus: '20', ...retired(age, draw), ...frail })],
    means: together(elderMeans(cradle, 0, age), elderMeans(cradle, 1, age)),
  }
}

function parentAndDisabledChild(cradle: Cradle): Family {
  const { draw, on } = cradle
  const age = draw.middling(55, 78)
  const parent = person(cradle, { age, sex: anySex(draw, 0.3) })
  const grown = person(cradle, { age: age - draw.int(22, 32), sex: anySex(draw, 0.62), surname: surname(parent) })
  return {
    hardship: 'DISABILITY',
    entry: 'HOUSEHOLD',
    members: [
      member(parent, { relation: '0', maritalStatus: '30', ...retired(age, draw) }),
      member(grown, { ...asChild(grown), selfSupporting: false, ...unable(), ...disabled(grown, on, draw, { severe: true }) }),
    ],
    means: together(elderMeans(cradle, 0, age), adultMeans(cradle, 1, { works: false, disabled: true })),
  }
}

function grandparentAndGrandchild(cradle: Cradle): Family {
  const { draw } = cradle
  const age = draw.middling(58, 76)
  const elder = person(cradle, { age, sex: anySex(draw, 0.36) })
  const young = draw.int(4, 16)
  const grandchild = person(cradle, { age: young, surname: surname(elder) })
  return {
    hardship: 'NO_LABOUR',
    entry: 'HOUSEHOLD',
    members: [member(elder, { relation: '0', maritalStatus: '30', ...retired(age, draw) }), member(grandchild, { relation: '4', legalDuty: true, ...schooling(young) })],
    means: together(elderMeans(cradle, 0, age), childMeans(cradle, 1)),
  }
}

/** A couple, one of them ill or disabled, the other without steady work, with children and perhaps a parent. */
function couple(cradle: Cradle, children: number, withParent = false): Family {
  const { draw, on } = cradle
  const age = draw.middling(children > 0 ? 30 : 46, children > 0 ? 50 : 59)
  const husband = person(cradle, { age, sex: '1' })
  const wife = person(cradle, { age: age - draw.int(-1, 5), sex: '2' })
  const sick = draw.chance(0.62) ? husband : wife
  const weak = (who: Person): Circumstances => ({ relation: who === husband ? '0' : '1', maritalStatus: '20', ...(draw.chance(0.55) ? seriouslyIll(on, draw) : disabled(who, on, draw)), ...unable() })
  const strong = (who: Person): Circumstances => ({ relation: who === husband ? '0' : '1', maritalStatus: '20', ...oddJobs(draw) })
  const ages = Array.from({ length: children }, () => draw.int(1, Math.min(17, age - 22))).sort((a, b) => b - a)
  const elderAge = age + draw.int(22, 29)
  const elder = withParent ? [member(person(cradle, { age: elderAge, surname: surname(husband) }), { relation: '5', maritalStatus: '30', ...retired(elderAge, draw) })] : []
  return {
    hardship: draw.weighted([['ILLNESS', 54], ['DISABILITY', 34], ['STUDY', 12]] as const),
    entry: 'HOUSEHOLD',
    members: [
      member(husband, sick === husband ? weak(husband) : strong(husband)),
      member(wife, sick === wife ? weak(wife) : strong(wife)),
      ...ages.map((each) => child(cradle, husband, each)),
      ...elder,
    ],
    means: together(
      adultMeans(cradle, sick === husband ? 1 : 0, { works: true, dependants: children + 1 }),
      adultMeans(cradle, sick === husband ? 0 : 1, { works: false, ill: true }),
      ...ages.map((_, at) => childMeans(cradle, at + 2)),
      ...(withParent ? [elderMeans(cradle, children + 2, elderAge)] : []),
    ),
  }
}

function oneCovered(cradle: Cradle): Family {
  const make = cradle.draw.weighted([[olderAlone, 40], [disabledAdult, 22], [illAlone, 13], [singleEntrant, 15], [outOfWork, 10]] as const)
  return make(cradle)
}

/** A family of which `size` people would be paid for. */
export function family(size: number, cradle: Cradle): Family {
  const { draw } = cradle
  if (size === 1) return oneCovered(cradle)
  if (size === 2) {
    const make = draw.weighted([[() => loneParent(cradle, 1), 44], [() => olderCouple(cradle), 20], [() => parentAndDisabledChild(cradle), 16], [() => grandparentAndGrandchild(cradle), 11], [() => couple(cradle, 0), 9]] as const)
    return make()
  }
  if (size === 3) return draw.chance(0.38) ? loneParent(cradle, 2) : couple(cradle, 1)
  if (size === 4) return draw.chance(0.68) ? couple(cradle, 2) : couple(cradle, 1, true)
  return draw.chance(0.5) ? couple(cradle, size - 2) : couple(cradle, size - 3, true)
}
