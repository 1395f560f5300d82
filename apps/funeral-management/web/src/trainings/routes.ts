import type { RouteRecordRaw } from 'vue-router'

export const trainingsRoutes: RouteRecordRaw[] = []
