import type { RouteRecordRaw } from 'vue-router'

export const registrationQualityRoutes: RouteRecordRaw[] = []
