import type { RouteRecordRaw } from 'vue-router'

export const cremationsRoutes: RouteRecordRaw[] = []
