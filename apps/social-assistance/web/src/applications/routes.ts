import type { RouteRecordRaw } from 'vue-router'

export const applicationRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/applications', meta: { title: '办件', may: 'viewApplications' }, component: () => import('./ApplicationsPage.vue') },
  { path: '/social-assistance/applications/new', meta: { title: '受理新申请', may: 'takeApplications' }, component: () => import('./form/window/NewApplicationPage.vue') },
  { path: '/social-assistance/applications/:id/window', meta: { title: '受理信息', may: 'takeApplications' }, props: true, component: () => import('./form/window/WindowPage.vue') },
  { path: '/social-assistance/applications/:id/sheet', meta: { title: '家庭和经济状况', may: 'viewApplications' }, props: true, component: () => import('./form/SheetPage.vue') },
]
