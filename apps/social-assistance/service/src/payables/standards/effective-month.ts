import { monthAfter, monthOf, type BenefitMonth, type ParameterVersion } from '@xishan/domain'

/** Amounts are made by the month: what begins within a month counts from the next. */
export const effectiveMonth = (effectiveFrom: string): BenefitMonth => (effectiveFrom.endsWith('-01') ? monthOf(effectiveFrom) : monthAfter(effectiveFrom))

/** The versions as they would be without one of them: what stood before it goes on. */
export function versionsWithout(versions: readonly ParameterVersion[], removed: Pick<ParameterVersion, 'key' | 'version'>): ParameterVersion[] {
  const gone = versions.find(({ key, version }) => key === removed.key && version === removed.version)
  if (!gone) return [...versions]
  const stoodBefore = versions.filter((each) => each.key === gone.key && each.effectiveTo === gone.effectiveFrom && follows(gone, each)).reduce<ParameterVersion | undefined>((last, each) => (last && follows(last, each) ? last : each), undefined)
  return versions.filter((each) => each !== gone).map((each) => (each === stoodBefore ? { ...each, effectiveTo: gone.effectiveTo } : each))
}

/** Of two that begin on one day the later version follows. */
const follows = (a: ParameterVersion, b: ParameterVersion): boolean => a.effectiveFrom > b.effectiveFrom || (a.effectiveFrom === b.effectiveFrom && a.version > b.version)

/** The versions as they would be with one more, which ends where the next one begins. */
export function versionsWith(versions: readonly ParameterVersion[], { key, value, effectiveFrom }: Pick<ParameterVersion, 'key' | 'value' | 'effectiveFrom'>): ParameterVersion[] {
  const own = versions.filter((each) => each.key === key)
  const standing = own.find((each) => each.effectiveFrom <= effectiveFrom && (each.effectiveTo === null || effectiveFrom < each.effectiveTo))
  if (!standing) return [...versions]
  const added: ParameterVersion = { ...standing, value, effectiveFrom, version: Math.max(...own.map(({ version }) => version)) + 1 }
  return [...versions.map((each) => (each === standing ? { ...each, effectiveTo: effectiveFrom } : each)), added]
}
