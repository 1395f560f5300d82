import type { RouteRecordRaw } from 'vue-router'

export const caseRoutes: RouteRecordRaw[] = []
