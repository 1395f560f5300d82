/** One number of a benchmark and the bound it has to keep. */
export interface Measure {
  /** What was measured, in a few words. */
  what: string
  value: number
  /** `''` for a ratio, else `kB`, `ms`, `1/s` … */
  unit: string
  atLeast?: number
  atMost?: number
}

export interface BenchmarkContext {
  /** Administrator's connection to a PostgreSQL that holds nothing yet. */
  databaseUrl: string
  /** Tells the person at the terminal what takes time just now. */
  note(text: string): void
}

/** A file `*.bench.ts` exports one as its default. */
export interface Benchmark {
  title: string
  run(context: BenchmarkContext): Promise<Measure[]>
}

export const keepsItsBound = ({ value, atLeast = -Infinity, atMost = Infinity }: Measure): boolean => value >= atLeast && value <= atMost

const shown = (value: number, unit: string): string => `${value.toFixed(value < 10 ? 2 : 0)}${unit ? ` ${unit}` : ''}`

const bound = ({ atLeast, atMost, unit }: Measure): string =>
  [...(atLeast === undefined ? [] : [`≥ ${shown(atLeast, unit)}`]), ...(atMost === undefined ? [] : [`≤ ${shown(atMost, unit)}`])].join(', ')

/** The measures as a table: kept or not, value, bound, what. */
export const tableOf = (measures: readonly Measure[]): string =>
  measures
    .map((measure) => `  ${keepsItsBound(measure) ? '✓' : '✗'} ${shown(measure.value, measure.unit).padStart(12)}  ${bound(measure).padEnd(14)} ${measure.what}`)
    .join('\n')
