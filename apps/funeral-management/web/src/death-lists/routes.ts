import type { RouteRecordRaw } from 'vue-router'

export const deathListsRoutes: RouteRecordRaw[] = []
