import { scopeRange } from '@xishan/domain'

/** The conditions of a list's statement with their parameters, in the order they were added. */
export class Conditions {
  readonly parameters: unknown[] = []
  private readonly parts: string[] = []

  /** `?` stands for the next value. */
  and(sql: string, ...values: unknown[]): this {
    let next = 0
    this.parts.push(sql.replaceAll('?', () => this.place(values[next++])))
    return this
  }

  /** Adds nothing when there is nothing to compare with. */
  andIf<T>(value: T | undefined, add: (value: T) => void): this {
    if (value !== undefined) add(value)
    return this
  }

  /** Rows of one division and everything below it; the reader's own scope holds besides. */
  within(column: string, division: string | undefined): this {
    if (division === undefined) return this
    const { from, to } = scopeRange(division)
    return this.and(`${column} >= ? and ${column} < ?`, from, to)
  }

  /** The place of a new parameter, `$3`. */
  place(value: unknown): string {
    return `$${this.parameters.push(value)}`
  }

  toString(): string {
    return this.parts.length > 0 ? this.parts.map((part) => `(${part})`).join(' and ') : 'true'
  }
}

/** A statement with its parameters. */
export interface Statement {
  sql: string
  parameters: unknown[]
}
