import type { RouteRecordRaw } from 'vue-router'

export const indicatorRoutes: RouteRecordRaw[] = [
  { path: '/portal/indicators', redirect: '/' },
  { path: '/portal/indicators/:number([1-9]|1\\d)', component: () => import('./IndicatorPage.vue'), props: true, meta: { title: '规划指标', may: 'readPlan' } },
  { path: '/portal/indicators/:number([1-9]|1\\d)/records', component: () => import('./RecordsPage.vue'), props: true, meta: { title: '指标明细', may: 'readRecords' } },
]
