import { z } from 'zod'

export type CodeEntry = readonly [code: string, label: string]
type CodesOf<E extends readonly CodeEntry[]> = E[number][0]

/** A published list of codes: kept in its own order (an object would sort `10` before `01`). */
export interface CodeSet<C extends string = string> {
  title: string
  /** The standard it is taken from. */
  standard: string
  entries: readonly (readonly [C, string])[]
  codes: readonly C[]
  schema: z.ZodEnum<{ [K in C]: K }>
}
export type CodeOf<S extends CodeSet> = S['codes'][number]

export function codeSet<const E extends readonly CodeEntry[]>(title: string, standard: string, entries: E): CodeSet<CodesOf<E>> {
  const codes: CodesOf<E>[] = entries.map(([code]) => code)
  return { title, standard, entries, codes, schema: z.enum(codes, { message: `请从列表中选择${title}` }) }
}

/** The words for a code; a code the set does not know is shown as it is, so that old records stay readable. */
export const label = (set: CodeSet, code: string | null | undefined): string =>
  code == null ? '' : (set.entries.find(([known]) => known === code)?.[1] ?? code)

/** `{ value, label }` for a drop-down, in the standard's order. */
export const choices = <C extends string>(set: CodeSet<C>): { value: C; label: string }[] =>
  set.entries.map(([value, text]) => ({ value, label: text }))

/** Whether the text is one of the set's codes. */
export const isCode = <C extends string>(set: CodeSet<C>, text: string): text is C => set.codes.some((code) => code === text)
