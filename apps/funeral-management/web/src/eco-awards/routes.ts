import type { RouteRecordRaw } from 'vue-router'

export const ecoAwardsRoutes: RouteRecordRaw[] = []
