import type { RouteRecordRaw } from 'vue-router'

export const parameterRoutes: RouteRecordRaw[] = []
