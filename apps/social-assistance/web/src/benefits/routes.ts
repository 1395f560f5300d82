import type { RouteRecordRaw } from 'vue-router'

export const benefitRoutes: RouteRecordRaw[] = []
