import type { RouteRecordRaw } from 'vue-router'

export const deathsRoutes: RouteRecordRaw[] = []
