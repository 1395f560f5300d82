const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/

/** @param {string} text */
const width = (text) => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0)

/** @param {number} since */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Shows a step while it runs and how long it took: on a terminal in one line that moves, elsewhere in one line when it is over.
 *
 * @template T
 * @param {string} title in Chinese and short English
 * @param {(progress: (detail: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = performance.now()
  const live = process.stdout.isTTY && !process.env.CI
  let detail = ''
  const draw = () => live && process.stdout.write(`\r\u001b[2K… ${title}  ${seconds(began)}  ${detail}`.slice(0, process.stdout.columns ?? 80))
  const clock = setInterval(draw, 200)
  draw()
  let mark = '✗'
  try {
    const result = await work((text) => {
      detail = text
    })
    mark = '✓'
    return result
  } finally {
    clearInterval(clock)
    if (live) process.stdout.write('\r\u001b[2K')
    console.log(`${mark} ${title}${' '.repeat(Math.max(1, 34 - width(title)))}${seconds(began)}`)
  }
}
