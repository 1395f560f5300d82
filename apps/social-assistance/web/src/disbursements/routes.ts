import type { RouteRecordRaw } from 'vue-router'

export const disbursementRoutes: RouteRecordRaw[] = []
