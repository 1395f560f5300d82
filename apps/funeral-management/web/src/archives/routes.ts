import type { RouteRecordRaw } from 'vue-router'

export const archivesRoutes: RouteRecordRaw[] = []
