const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿']
const LARGEST_YUAN = 999_999_999_999

/**
 * The amount in capital characters (人民币大写) for paper, by the rules for filling in bills (支付结算办法, 附一): `整` after yuan or
 * jiao, `零` once for any run of zeros between digits.
 * @param fen 0 or more, below 10¹² yuan
 */
export function capitalAmount(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen / 100 > LARGEST_YUAN) throw new RangeError(`not an amount for paper: ${fen}`)
  if (fen === 0) return '零元整'
  const [yuan, jiao, cents] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const whole = yuan === 0 ? '' : `${capitalInteger(yuan)}元`
  if (jiao === 0 && cents === 0) return `${whole}整`
  const jiaoPart = jiao > 0 ? `${DIGITS[jiao]}角` : yuan > 0 ? '零' : ''
  return whole + jiaoPart + (cents > 0 ? `${DIGITS[cents]}分` : '整')
}

function capitalInteger(value: number): string {
  const groups = splitByFour(value)
  let text = ''
  let owesZero = false
  groups.forEach((group, index) => {
    if (group === 0) {
      owesZero = text !== ''
      return
    }
    if (text !== '' && (owesZero || group < 1000)) text += '零'
    text += capitalGroup(group) + (GROUPS[groups.length - 1 - index] ?? '')
    owesZero = false
  })
  return text
}

/** Groups of four digits, the highest first. */
function splitByFour(value: number): number[] {
  return value < 10_000 ? [value] : [...splitByFour(Math.floor(value / 10_000)), value % 10_000]
}

function capitalGroup(group: number): string {
  const digits = String(group)
  return [...digits]
    .map((digit, i) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[digits.length - 1 - i]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
}
