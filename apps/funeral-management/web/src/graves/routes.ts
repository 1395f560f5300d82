import type { RouteRecordRaw } from 'vue-router'

export const gravesRoutes: RouteRecordRaw[] = []
