import type { RouteRecordRaw } from 'vue-router'

const BILLS = '/funeral-management/services'

export const billsRoutes: RouteRecordRaw[] = [
  { path: BILLS, meta: { title: '费用清单', may: 'viewBills' }, component: () => import('./BillsPage.vue') },
  { path: `${BILLS}/bills/new`, meta: { title: '登记费用清单', may: 'bill.record' }, component: () => import('./RecordBillPage.vue') },
  { path: `${BILLS}/bills/:id`, meta: { title: '费用清单', may: 'viewBills' }, props: true, component: () => import('./BillPage.vue') },
  { path: `${BILLS}/bills/:id/change`, meta: { title: '修改清单草稿', may: 'bill.record' }, props: true, component: () => import('./ChangeBillPage.vue') },
]
