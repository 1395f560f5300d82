import type { RouteRecordRaw } from 'vue-router'

export const serviceRoutes: RouteRecordRaw[] = [{ path: '/portal/services', component: () => import('./ServicesPage.vue'), meta: { title: '服务运行', may: 'readServices' } }]
