import type { RouteRecordRaw } from 'vue-router'

export const payableRoutes: RouteRecordRaw[] = []
