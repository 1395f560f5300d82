import type { RouteRecordRaw } from 'vue-router'

export const facilitiesRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/facilities', meta: { title: '殡葬设施', may: 'viewFacilities' }, component: () => import('./FacilitiesPage.vue') },
  { path: '/funeral-management/facilities/:id', meta: { title: '殡葬设施', may: 'viewFacilities' }, props: true, component: () => import('./FacilityPage.vue') },
  { path: '/funeral-management/zones/:id', meta: { title: '墓位图', may: 'viewFacilities' }, props: true, component: () => import('./PlotMapPage.vue') },
  { path: '/funeral-management/grave-contracts', meta: { title: '墓位合同', may: 'viewFacilities' }, component: () => import('./ContractsPage.vue') },
  { path: '/funeral-management/grave-contracts/:id', meta: { title: '墓位合同', may: 'viewFacilities' }, props: true, component: () => import('./ContractPage.vue') },
]
