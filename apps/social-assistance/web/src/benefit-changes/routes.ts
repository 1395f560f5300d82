import type { RouteRecordRaw } from 'vue-router'

export const benefitChangeRoutes: RouteRecordRaw[] = []
