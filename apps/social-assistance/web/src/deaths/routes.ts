import type { RouteRecordRaw } from 'vue-router'

export const deathRoutes: RouteRecordRaw[] = []
