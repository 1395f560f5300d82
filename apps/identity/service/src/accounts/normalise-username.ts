/** Names are kept in small letters and typed in any. */
export const normaliseUsername = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()
