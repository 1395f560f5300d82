import type { RouteRecordRaw } from 'vue-router'

export const indicatorRoutes: RouteRecordRaw[] = [
  { path: '/portal/indicators', redirect: '/' },
  { path: '/portal/indicators/:number', component: () => import('./IndicatorPage.vue'), props: true, meta: { title: '规划指标', may: 'readPlan' } },
  { path: '/portal/indicators/:number/records', component: () => import('./RecordsPage.vue'), props: true, meta: { title: '指标明细', may: 'readRecords' } },
]
