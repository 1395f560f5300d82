import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { connection } from '../client/connection'
import { useSession } from '../session/session'
import ModulePlaceholder from './ModulePlaceholder.vue'
import { readModules, useModules } from './modules'
import { startPlatform } from './start-platform'

export interface ShellOptions {
  title: string
  frame: Component
  routes: readonly RouteRecordRaw[]
  /** The path of the sign-in page; it gets `?back=`. */
  signInPath: string
  /** Asks for the password over the open page; answers whether the same person is back. */
  signInAgain(): Promise<boolean>
  /** Where somebody begins to whom the first page has nothing to show. */
  beginElsewhere(): string | undefined
}

/** Starts the portal: its own pages and a placeholder for every frontend of this installation. */
export async function startShell({ title, frame, routes, signInPath, signInAgain, beginElsewhere }: ShellOptions): Promise<void> {
  await startPlatform({
    title,
    base: '/',
    frame,
    routes,
    prepare: async (app, router) => {
      const entries = await readModules()
      useModules().offer(app, router, entries, ModulePlaceholder)
      router.beforeEach((to) => (to.path === '/' && useSession().isSignedIn ? (beginElsewhere() ?? true) : true))
    },
    askForSignIn: (back) => `${signInPath}?back=${encodeURIComponent(back)}`,
  })
  connection.signInAgain = () => (useSession().isSignedIn ? signInAgain() : Promise.resolve(false))
}
