import type { RouteRecordRaw } from 'vue-router'

export const rosterImportRoutes: RouteRecordRaw[] = []
