import { ParameterBook, type ParameterVersion } from '@xishan/domain'
import { PARAMETER } from '@xishan/social-assistance-contract'
import { socialAssistanceParameters } from '../parameters'

/** A week whose cases the streets confirm themselves, so that such cases are there to be seen. Approved in the demonstration like any change. */
export const PILOT = { from: '2025-09-08', to: '2025-09-13' } as const

export const inPilot = (on: string): boolean => PILOT.from <= on && on < PILOT.to

const [delegated] = socialAssistanceParameters.filter(({ key }) => key === PARAMETER.confirmationDelegated)
if (!delegated) throw new RangeError('no parameter says who confirms')

const pilot = (version: number, value: boolean, effectiveFrom: string, effectiveTo: string | null): ParameterVersion => ({
  ...delegated, version, value, effectiveFrom, effectiveTo, sourceMark: 'assumption', source: '演示数据：街道审核确认试点（虚构）', note: '仅供演示',
})

/** The versions that the demonstration adds: a pilot that began and ended. */
export const pilotVersions: readonly ParameterVersion[] = [pilot(2, true, PILOT.from, PILOT.to), pilot(3, false, PILOT.to, null)]

const versions = [...socialAssistanceParameters.map((each) => (each === delegated ? { ...each, effectiveTo: PILOT.from } : each)), ...pilotVersions]

const books = new Map<string, ParameterBook>()

/** The parameters as the demonstration has them on a day. */
export function bookOn(on: string): ParameterBook {
  const known = books.get(on) ?? new ParameterBook(versions, on)
  books.set(on, known)
  return known
}
