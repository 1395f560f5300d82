import type { RouteRecordRaw } from 'vue-router'

export const paymentRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/returns', meta: { title: '回盘文件', may: 'viewPayments' }, component: () => import('./ReturnFilesPage.vue') },
  { path: '/social-assistance/returns/rows', meta: { title: '未对上的行', may: 'viewPayments' }, component: () => import('./ReturnRowsPage.vue') },
  { path: '/social-assistance/returns/failed', meta: { title: '失败明细', may: 'viewFailedLines' }, component: () => import('./FailedLinesPage.vue') },
  { path: '/social-assistance/payment-templates', meta: { title: '收款方模板', may: 'viewPayments' }, component: () => import('./PaymentTemplatesPage.vue') },
]
