import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'palette.css'), 'utf8')
const colours = new Map([...css.matchAll(/(--(?:el|xs)-[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
const colour = (name: string): string => colours.get(`--el-${name}`) ?? colours.get(name) ?? name

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(colour(one)), luminance(colour(other))].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const WHITE = '#ffffff'
const KINDS = ['primary', 'success', 'warning', 'danger', 'info'] as const

it('measures as WCAG does', () => {
  expect(contrast('#000000', WHITE)).toBeCloseTo(21, 5)
  expect(contrast('#777777', WHITE)).toBeCloseTo(4.48, 2)
})

describe('text of at least 4.5 : 1', () => {
  const grounds = ['bg-color', 'bg-color-page', 'fill-color-light'] as const
  const texts = ['text-color-primary', 'text-color-regular', 'text-color-secondary', 'text-color-placeholder', ...KINDS.map((kind) => `color-${kind}`)]
  const pairs = texts.flatMap((text) => grounds.map((ground) => [text, ground] as const))
  it.each(pairs)('%s on %s', (text, ground) => expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5))

  it.each(KINDS)('white on a %s button, as it is, under the pointer, and pressed', (kind) => {
    expect(contrast(WHITE, `color-${kind}`)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(WHITE, `color-${kind}-dark-2`)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(KINDS)('a %s tag, alert and outlined button on its own pale ground', (kind) => {
    expect(contrast(`color-${kind}`, `color-${kind}-light-9`)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(`color-${kind}-dark-2`, `color-${kind}-light-9`)).toBeGreaterThanOrEqual(4.5)
  })
  it('white in the header', () => expect(contrast(WHITE, 'color-primary-dark-2')).toBeGreaterThanOrEqual(4.5))
  it('the chosen item of the menu', () => expect(contrast('color-primary', 'color-primary-light-9')).toBeGreaterThanOrEqual(4.5))
})

describe('controls of at least 3 : 1', () => {
  it.each(['bg-color', 'bg-color-page', 'fill-color-light'])('the focus ring on %s', (ground) => expect(contrast('color-primary', ground)).toBeGreaterThanOrEqual(3))
  it('the edge of an input', () => expect(contrast('--xs-control-border', 'bg-color')).toBeGreaterThanOrEqual(3))
})
