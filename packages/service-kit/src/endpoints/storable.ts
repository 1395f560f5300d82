/** What PostgreSQL cannot store or a page must not show: control characters but tab and line break, half characters, reversed text. */
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u

/** Deeper than any form of ours, and far from the stack's end. */
const DEEPEST = 32

export type Unstorable = { path: string[]; fault: 'character' | 'depth' }

/** The texts and names inside a value that nobody typed on purpose, by their place. */
export function* unstorable(value: unknown, path: string[] = []): Generator<Unstorable> {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value)) yield { path, fault: 'character' }
  } else if (typeof value === 'object' && value !== null) {
    if (path.length >= DEEPEST) yield { path, fault: 'depth' }
    else
      for (const [name, inner] of Object.entries(value)) {
        if (UNSTORABLE.test(name)) yield { path, fault: 'character' }
        yield* unstorable(inner, [...path, name])
      }
  }
}
