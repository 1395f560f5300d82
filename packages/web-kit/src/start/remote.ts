import type { Contract, Permissions, Role, Routes } from '@xishan/domain'
import type { App, Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /** Title of the page, shown in the browser's tab. */
    title?: string
    /** Permission of the line's contract without which the page is not shown. */
    may?: string
    /** The contract's permissions; the start fills this in. */
    permissions?: Permissions
    /** Open to anyone, without the frame: sign-in and public pages. */
    isOpen?: boolean
  }
}

export interface MenuItem<May extends string = string> {
  title: string
  to: string
  /** Permission of the contract without which the item is hidden. */
  may?: May
  /** For an item that no single permission describes. */
  roles?: readonly Role[]
  icon?: Component
}

/** Items under a heading of their own. */
export interface MenuSection<May extends string = string> {
  title: string
  items: readonly MenuItem<May>[]
}

/** A line's frontend: what the portal, or its own page, needs to show it. */
export interface Remote<May extends string = string> {
  /** The line in addresses; every route begins with `/<id>`, one without sign-in (`meta.isOpen`) with `/public/<id>`. */
  id: string
  title: string
  contract: { permissions: Permissions }
  /** Items under the frontend's own title; or sections, whose subjects must not stand under one heading. */
  menu: readonly MenuItem<May>[] | readonly MenuSection<May>[]
  routes: readonly RouteRecordRaw[]
  setup?: (app: App) => void
}

/** Ties the menu's permissions to the contract at compile time. */
export function defineRemote<R extends Routes, P extends Permissions>(remote: Remote<keyof P & string> & { contract: Contract<R, P> }): Remote {
  return remote
}

const isSections = (menu: Remote['menu']): menu is readonly MenuSection[] => menu.some((entry) => 'items' in entry)

/** The parts of a frontend's menu, each under its heading. */
export const sectionsOf = ({ title, menu }: Pick<Remote, 'title' | 'menu'>): readonly MenuSection[] => (isSections(menu) ? menu : [{ title, items: menu }])

/** Where a frontend begins. */
export const firstPageOf = (remote: Pick<Remote, 'title' | 'menu'>): string => sectionsOf(remote)[0]?.items[0]?.to ?? '/'

/** The routes of a frontend with its permissions at hand for the guard. */
export const routesOf = ({ routes, contract }: Pick<Remote, 'routes' | 'contract'>): RouteRecordRaw[] =>
  routes.map((route) => ({ ...route, meta: { ...route.meta, permissions: contract.permissions } }))

export function isRemote(value: unknown): value is Remote {
  return typeof value === 'object' && value !== null && 'id' in value && 'routes' in value && Array.isArray(value.routes) && 'menu' in value && Array.isArray(value.menu)
}
