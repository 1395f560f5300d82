import type { RouteRecordRaw } from 'vue-router'

export const recoveryRoutes: RouteRecordRaw[] = []
