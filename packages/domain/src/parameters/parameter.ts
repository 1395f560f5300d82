import { z } from 'zod'

/** seed: the plan says so; law: an article says so; assumption: ours until the bureau confirms it. */
export const SourceMark = z.enum(['seed', 'law', 'assumption'])
export const ParameterUnit = z.enum(['fen', 'percent', 'working-days', 'days', 'months', 'years', 'count', 'text', 'boolean', 'ratio'])

/** One version of a parameter (rule_param of the specification). `effectiveTo` is exclusive; null means until further notice. */
export const ParameterVersion = z.object({
  key: z.string(),
  version: z.int(),
  value: z.union([z.number(), z.string(), z.boolean()]),
  unit: ParameterUnit,
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  sourceMark: SourceMark,
  source: z.string(),
  title: z.string(),
  note: z.string().default(''),
})
export type ParameterVersion = z.infer<typeof ParameterVersion>

/** Looks parameters up by business date and remembers which versions were used, for the trace. */
export class ParameterBook {
  constructor(
    private readonly versions: readonly ParameterVersion[],
    readonly on: string,
  ) {}

  /** @throws RangeError when no version covers the date: a rule never falls back to a constant. */
  version(key: string): ParameterVersion {
    const found = this.versions.find((v) => v.key === key && v.effectiveFrom <= this.on && (v.effectiveTo === null || this.on < v.effectiveTo))
    if (!found) throw new RangeError(`no version of parameter ${key} covers ${this.on}`)
    return found
  }

  number(key: string): number {
    const { value } = this.version(key)
    if (typeof value !== 'number') throw new TypeError(`parameter ${key} is not a number`)
    return value
  }

  text(key: string): string {
    return String(this.version(key).value)
  }

  flag(key: string): boolean {
    return this.version(key).value === true
  }

  used(...keys: string[]): { key: string; version: number }[] {
    return keys.map((key) => ({ key, version: this.version(key).version }))
  }

  /** The same parameters on another date. */
  at(on: string): ParameterBook {
    return new ParameterBook(this.versions, on)
  }
}
