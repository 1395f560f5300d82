/** The half-open range of division codes a scope covers: `from <= code < to`, compared byte by byte. */
export interface ScopeRange {
  from: string
  to: string
}

const DIVISION = /^\d{6}(\d{3}){0,2}$/

/** @throws RangeError when the scope is not a division code of 6, 9 or 12 digits. */
export function scopeRange(scope: string): ScopeRange {
  if (!DIVISION.test(scope)) throw new RangeError(`not a division code: ${scope}`)
  return { from: scope, to: String(BigInt(scope) + 1n).padStart(scope.length, '0') }
}

export function isWithinScope(code: string, scope: string): boolean {
  const { from, to } = scopeRange(scope)
  return code >= from && code < to
}
