import type { ParameterVersion, ParameterView } from '@xishan/domain'
import type { ParameterReading } from './parameter-desk'

export interface ParameterGroup {
  title: string
  parameters: ParameterView[]
}

export interface Narrowing {
  /** Part of a title or of a source. */
  words: string
  /** Only what the bureau has not confirmed yet. */
  onlyAssumed: boolean
}

const isAssumed = ({ current }: ParameterView): boolean => current?.sourceMark === 'assumption'
const isMeant = (parameter: ParameterView, { words, onlyAssumed }: Narrowing): boolean =>
  (!onlyAssumed || isAssumed(parameter)) && [parameter.title, parameter.current?.source ?? ''].some((text) => text.includes(words.trim()))

/** As the rules read them; what they do not know comes last. */
const placeOf = (keys: readonly string[], { key }: ParameterView): number => keys.indexOf(key) + 1 || keys.length + 1

/** The parameters by group, both in the order in which the rules read them; a group without any is left out. */
export function parameterGroups({ groups, keys }: Pick<ParameterReading, 'groups' | 'keys'>, parameters: readonly ParameterView[], narrowing: Narrowing): ParameterGroup[] {
  const meant = parameters.filter((parameter) => isMeant(parameter, narrowing)).toSorted((a, b) => placeOf(keys, a) - placeOf(keys, b))
  const titles = new Set([...Object.values(groups), ...meant.map(({ group }) => group)])
  return [...titles].map((title) => ({ title, parameters: meant.filter(({ group }) => group === title) })).filter((group) => group.parameters.length > 0)
}

export const countAssumed = (parameters: readonly ParameterView[]): number => parameters.filter(isAssumed).length

/** The version that comes into force next after a day, where one is already settled. */
export const comingVersion = ({ versions }: Pick<ParameterView, 'versions'>, on: string): ParameterVersion | undefined =>
  versions.filter(({ effectiveFrom }) => effectiveFrom > on).toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0]
