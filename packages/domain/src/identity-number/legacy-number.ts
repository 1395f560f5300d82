import { checkCharacter, normaliseIdentityNumber, readCitizenNumber, type CitizenNumberReading } from './citizen-number'

/**
 * The 15-digit number of before 1999: address 6, birth YYMMDD, sequence 3, no check character. Only the import of historic
 * records takes it; the original is kept beside the converted one. Sequences 996 to 999 were kept for centenarians, so those
 * were born in the 1800s.
 */
export function readLegacyNumber(text: string, on?: string): CitizenNumberReading {
  const legacy = normaliseIdentityNumber(text)
  if (!/^[1-9]\d{14}$/.test(legacy))
    return { ok: false, problem: { fault: 'wrong-form', message: '15 位旧号码应为 15 个数字且首位不为 0，请对照原档核对。' } }
  const century = Number(legacy.slice(12)) >= 996 ? '18' : '19'
  const first17 = legacy.slice(0, 6) + century + legacy.slice(6)
  return readCitizenNumber(first17 + checkCharacter(first17), on)
}
