import type { RouteRecordRaw } from 'vue-router'
import { PUBLIC_BENEFITS, PUBLIC_POSTINGS } from './addresses'

/** Pages that anyone may read, without signing in. */
export const publicRoutes: RouteRecordRaw[] = [
  { path: PUBLIC_POSTINGS, meta: { title: '最低生活保障公示', isOpen: true }, component: () => import('./PublicPostingsPage.vue') },
  { path: PUBLIC_BENEFITS, meta: { title: '最低生活保障长期公示', isOpen: true }, component: () => import('./PublicBenefitsPage.vue') },
  { path: '/public/social-assistance/:lost(.*)*', redirect: PUBLIC_POSTINGS },
]
