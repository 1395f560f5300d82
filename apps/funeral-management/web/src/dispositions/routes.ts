import type { RouteRecordRaw } from 'vue-router'

export const dispositionsRoutes: RouteRecordRaw[] = []
