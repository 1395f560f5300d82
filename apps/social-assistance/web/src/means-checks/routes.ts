import type { RouteRecordRaw } from 'vue-router'

export const meansCheckRoutes: RouteRecordRaw[] = []
