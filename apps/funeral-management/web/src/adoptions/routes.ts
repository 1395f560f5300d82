import type { RouteRecordRaw } from 'vue-router'

export const adoptionsRoutes: RouteRecordRaw[] = []
