/**
 * How personal data is shown where the whole is not needed (specification A8). A mask works on what is stored; a value too short
 * to be masked is hidden altogether, never shown.
 */
const hidden = (text: string, head: number, tail: number): string => {
  const characters = [...text]
  if (characters.length <= head + tail) return '*'.repeat(characters.length)
  return characters.slice(0, head).join('') + '*'.repeat(characters.length - head - tail) + characters.slice(characters.length - tail).join('')
}

/** `530112********0021`; of other papers only the first two and last two characters. */
export const maskIdNumber = (number: string): string => (number.length >= 15 ? hidden(number, 6, 4) : hidden(number, 2, 2))

/** `138****5678`; a landline keeps its area code: `0871-****1234`. */
export function maskPhone(phone: string): string {
  const landline = /^(0\d{2,3}-?)(\d+)(-\d+)?$/.exec(phone)
  if (landline) return (landline[1] ?? '') + hidden(landline[2] ?? '', 0, 4)
  return hidden(phone, 3, 4)
}

/** The last four digits, as bank notices show an account: `****5678`. */
export const maskBankAccount = (account: string): string => (account.length > 4 ? `****${account.slice(-4)}` : '****')

/** For the public: `张*`, `张**`. The number of stars does not tell a long name from a longer one. */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  if (characters.length <= 1) return '*'
  return (characters[0] ?? '') + '*'.repeat(Math.min(characters.length - 1, 2))
}
