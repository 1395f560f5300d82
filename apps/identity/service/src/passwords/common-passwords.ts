/** Words that people build passwords from; whatever leans on one of them is guessed first. */
const WORDS = [
  'password', 'passwd', 'passw', 'admin', 'administrator', 'root', 'user', 'guest', 'test', 'demo', 'welcome', 'hello', 'login', 'letmein',
  'iloveyou', 'woaini', 'woshishui', 'monkey', 'dragon', 'master', 'sunshine', 'princess', 'football', 'superman', 'qwerty', 'qwertyuiop',
  'qwer', 'asdf', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'qazwsx', 'qazwsxedc', 'abc', 'abcd', 'abcdef', 'aaa', 'aa', 'a', 'p', 'q',
  'china', 'zhongguo', 'beijing', 'yunnan', 'kunming', 'xishan', 'minzheng', 'minzhengju', 'mima', 'mzj', 'xsmz', 'huawei', 'taobao',
  'changeme', 'default', 'secret', 'temp', 'office', 'system', 'manager', 'spring', 'summer', 'autumn', 'winter',
]
const KNOWN = new Set(WORDS)
const LOOKALIKES: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }
const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm']

/**
 * Whether a password, once look-alike signs are read as letters and digits and signs at its ends are dropped, is a word everybody
 * tries; or is a run along the alphabet, the digits or the keyboard; or few characters again and again. `P@ssw0rd2025!` is `password`.
 */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase()
  const core = lower.replace(/^[^a-z@$]+|[^a-z]+$/g, '')
  const read = [...core].map((sign) => LOOKALIKES[sign] ?? sign).join('')
  const letters = lower.replace(/[^a-z]/g, '')
  return KNOWN.has(core) || KNOWN.has(read) || KNOWN.has(letters) || new Set(lower).size < 5 || isRun(lower.replace(/[^a-z0-9]/g, ''))
}

const isRun = (text: string): boolean => RUNS.some((run) => run.includes(text) || [...run].reverse().join('').includes(text))
