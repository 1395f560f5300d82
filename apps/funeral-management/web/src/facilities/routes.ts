import type { RouteRecordRaw } from 'vue-router'

export const facilitiesRoutes: RouteRecordRaw[] = []
