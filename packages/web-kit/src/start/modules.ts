import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { App, Component } from 'vue'
import type { Router } from 'vue-router'
import { z } from 'zod'
import { loadRemote, ModuleEntry, RemoteProblem } from './load-remote'
import { firstPageOf, routesOf, type Remote } from './remote'

export interface ModuleState {
  readonly entry: ModuleEntry
  remote: Remote | undefined
  problem: RemoteProblem | undefined
  isLoading: boolean
  attempts: number
}

const newState = (entry: ModuleEntry): ModuleState => shallowReactive({ entry, remote: undefined, problem: undefined, isLoading: false, attempts: 0 })

/** The frontends the portal offers, each loaded when first needed; one that fails stays away alone. */
export const useModules = defineStore('modules', () => {
  const modules = shallowReactive<ModuleState[]>([])
  let host: { app: App; router: Router } | undefined

  /** Puts a placeholder where each frontend's pages will be, so that a deep link finds somebody home. */
  function offer(app: App, router: Router, entries: readonly ModuleEntry[], placeholder: Component): void {
    host = { app, router }
    for (const entry of entries) {
      modules.push(newState(entry))
      const { id, title } = entry
      router.addRoute({ name: placeholderOf(id), path: `/${id}/:rest(.*)*`, component: placeholder, props: { id }, meta: { title } })
      router.addRoute({ name: publicPlaceholderOf(id), path: `/public/${id}/:rest(.*)*`, component: placeholder, props: { id }, meta: { title, isOpen: true } })
    }
  }

  const find = (id: string): ModuleState | undefined => modules.find(({ entry }) => entry.id === id)

  /** Loads a frontend and puts its routes in place of the placeholder. Answers whether it is there. */
  async function open(id: string): Promise<boolean> {
    const state = find(id)
    if (!state || !host) return false
    if (state.remote) return true
    if (state.isLoading) return false
    state.isLoading = true
    state.problem = undefined
    try {
      const remote = await loadRemote(state.entry, state.attempts)
      remote.setup?.(host.app)
      for (const route of routesOf(remote)) host.router.addRoute(route)
      for (const placeholder of [placeholderOf(id), publicPlaceholderOf(id)]) host.router.removeRoute(placeholder)
      host.router.addRoute({ path: `/${id}`, redirect: firstPageOf(remote) })
      state.remote = remote
      return true
    } catch (thrown) {
      state.attempts += 1
      state.problem = thrown instanceof RemoteProblem ? thrown : new RemoteProblem(`“${state.entry.title}”未能打开`, '请重试。', { cause: thrown })
      return false
    } finally {
      state.isLoading = false
    }
  }

  return { modules, offer, find, open }
})

const placeholderOf = (id: string): string => `module:${id}`
const publicPlaceholderOf = (id: string): string => `public:${id}`

/** Reads which frontends this installation has; in development also which of them run on a server of their own. */
export async function readModules(): Promise<ModuleEntry[]> {
  const response = await fetch('/modules.json', { cache: 'no-cache' })
  const entries = z.array(ModuleEntry).parse(await response.json())
  if (!import.meta.env.DEV) return entries
  const origins = z.record(z.string(), z.string()).parse(await (await fetch('/development-modules.json')).json())
  return entries.map((entry) => ({ ...entry, developmentOrigin: origins[entry.id] }))
}
