import { contract, ReturnPath, SIGN_IN_PROBLEM } from '@xishan/identity-contract'

const asPath = (back: unknown): string => {
  const parsed = ReturnPath.safeParse(back)
  return parsed.success && !parsed.data.startsWith('/sign-in') ? parsed.data : '/'
}

/** Where to go after signing in: a page of this platform, whatever the address says. */
export function returnPath(back: unknown): string {
  const { pathname, searchParams, hash } = new URL(asPath(back), 'http://here')
  searchParams.delete(SIGN_IN_PROBLEM)
  return `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}${hash}`
}

/** Why the unit's own sign-in came back without a session; it says so in the address it comes back to. */
export function outsideRefusal(back: unknown): string | undefined {
  const code = new URL(asPath(back), 'http://here').searchParams.get(SIGN_IN_PROBLEM)
  return code === null ? undefined : (contract.problems[code]?.detail ?? contract.problems['outside-sign-in-failed']?.detail)
}
