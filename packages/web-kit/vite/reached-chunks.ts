import type { Rolldown } from 'vite'

/** The chunks that load together with the given ones: themselves and what they import, without what they load later. */
export function reachedFrom(entries: readonly Rolldown.OutputChunk[], chunks: readonly Rolldown.OutputChunk[]): Set<Rolldown.OutputChunk> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const reached = new Set<Rolldown.OutputChunk>()
  const visit = (chunk: Rolldown.OutputChunk): void => {
    if (reached.has(chunk)) return
    reached.add(chunk)
    for (const name of chunk.imports) {
      const next = byName.get(name)
      if (next) visit(next)
    }
  }
  entries.forEach(visit)
  return reached
}
