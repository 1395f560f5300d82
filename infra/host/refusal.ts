/** Why the host cannot start: one sentence for the person at the terminal, in Chinese and in English. */
export class Refusal extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese} (${english})`)
    this.name = 'Refusal'
  }
}

/** What the operating system's or PostgreSQL's error code says, where the program has no word of its own. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
