import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'

/** The cursors by which each list was paged forward, so that 上一页 works also after a look into a case. */
export const useListTrails = defineStore('list-trails', () => {
  const trails = shallowReactive(new Map<string, readonly string[]>())
  const of = (list: string): readonly string[] => trails.get(list) ?? []

  return {
    /** How many pages lie before the one that begins after this cursor; undefined when that is not known. */
    pagesBefore: (list: string, after: string): number | undefined => {
      const at = of(list).indexOf(after)
      return at < 0 ? undefined : at + 1
    },
    /** The cursor of the page before; undefined for the first page. */
    before: (list: string, after: string): string | undefined => of(list)[of(list).indexOf(after) - 1],
    goForward(list: string, from: string | undefined, to: string): void {
      const upTo = from === undefined ? [] : of(list).slice(0, of(list).indexOf(from) + 1)
      trails.set(list, [...upTo, to])
    },
  }
})
