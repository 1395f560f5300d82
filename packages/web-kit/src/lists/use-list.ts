import type { Page } from '@xishan/domain'
import { computed, reactive, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { z } from 'zod'
import { useLoad, type Load } from '../loading/use-load'
import { addressOf, filterNames, filtersFrom, isGiven } from './list-address'
import { useListTrails } from './list-trails'

type Paging = { after?: string; limit: number }
export type Filters<S extends z.ZodObject> = Partial<Omit<z.input<S>, 'after' | 'limit'>>

export interface ListOptions<S extends z.ZodObject, Row> {
  /** Names the list in this browser: columns, saved views, pages. */
  name: string
  /** The query of the contract's route. Its members besides `after` and `limit` are the filters, kept in the address. */
  schema: S
  load: (query: Filters<S> & Paging, signal: AbortSignal) => Promise<Page<Row>>
  limit?: number
}

/** What the shared list component needs; the page's own part is typed by its schema. */
export interface ListFace<Row> {
  readonly name: string
  readonly page: Load<Page<Row>>
  readonly pageNumber: ComputedRef<number | undefined>
  readonly isFirst: ComputedRef<boolean>
  readonly isFiltered: ComputedRef<boolean>
  readonly address: ComputedRef<string>
  next(): void
  previous(): void
  clear(): void
  goTo(address: string): void
}

export interface List<S extends z.ZodObject, Row> extends ListFace<Row> {
  /** Bind inputs to these; a change reads the list again from its first page. */
  filters: Filters<S>
}

const TYPING_MS = 300

/** A keyset list whose filters and place stand in the address, so that a link, the back button and a saved view all lead to it. */
export function useList<S extends z.ZodObject, Row>({ name, schema, load, limit = 20 }: ListOptions<S, Row>): List<S, Row> {
  const route = useRoute()
  const router = useRouter()
  const trails = useListTrails()
  const path = route.path

  // The names come from the schema and every value has passed it, which is what the type says.
  const filters = reactive(filtersFrom(schema, route.query)) as Filters<S>
  const after: Ref<string | undefined> = ref(cursorOf(route.query['after']))
  const applied = shallowRef<Filters<S>>({ ...filters })

  const go = (cursor: string | undefined, replace: boolean) =>
    router[replace ? 'replace' : 'push']({ path, query: { ...addressOf(filters), ...(cursor === undefined ? {} : { after: cursor }) } })

  let timer: ReturnType<typeof setTimeout> | undefined
  watch(filters, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void go(undefined, true), TYPING_MS)
  })
  watch(() => route.query, (query) => {
    if (route.path !== path) return
    clearTimeout(timer)
    const wanted = filtersFrom(schema, query)
    if (JSON.stringify(addressOf(wanted)) !== JSON.stringify(addressOf(filters))) Object.assign(filters, wanted)
    clearTimeout(timer)
    if (JSON.stringify(addressOf(wanted)) !== JSON.stringify(addressOf(applied.value))) applied.value = { ...filters }
    after.value = cursorOf(query['after'])
  })

  const page = useLoad((signal) => {
    const given = Object.fromEntries(Object.entries(applied.value).filter(([, value]) => isGiven(value))) as Filters<S>
    return load({ ...given, ...(after.value === undefined ? {} : { after: after.value }), limit }, signal)
  })

  return {
    name,
    filters,
    page,
    pageNumber: computed(() => {
      if (after.value === undefined) return 1
      const before = trails.pagesBefore(name, after.value)
      return before === undefined ? undefined : before + 1
    }),
    isFirst: computed(() => after.value === undefined),
    isFiltered: computed(() => filterNames(schema).some((filter) => isGiven(Object.entries(filters).find(([key]) => key === filter)?.[1]))),
    address: computed(() => router.resolve({ path, query: addressOf(filters) }).fullPath),
    next() {
      const cursor = page.data.value?.next
      if (!cursor) return
      trails.goForward(name, after.value, cursor)
      void go(cursor, false)
    },
    previous: () => void go(after.value === undefined ? undefined : trails.before(name, after.value), false),
    clear() {
      for (const filter of filterNames(schema)) Object.assign(filters, { [filter]: undefined })
    },
    goTo: (address) => void router.push(address),
  }
}

const cursorOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
