import type { Page } from '@xishan/domain'

/** Reads a list to its end by its cursors. */
export async function everyPage<Row>(limit: number, read: (query: { limit: number; after?: string }) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | undefined; ; ) {
    const page = await read({ limit, ...(after ? { after } : {}) })
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}
