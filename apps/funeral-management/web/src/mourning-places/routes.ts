import type { RouteRecordRaw } from 'vue-router'

export const mourningPlacesRoutes: RouteRecordRaw[] = []
