import type { RouteRecordRaw } from 'vue-router'

export const ecoAwardsRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/eco-awards', meta: { title: '生态安葬奖补', may: 'viewAwards' }, component: () => import('./AwardsPage.vue') },
  { path: '/funeral-management/eco-awards/new', meta: { title: '申请奖补', may: 'ecoAward.submit' }, component: () => import('./ApplyPage.vue') },
  { path: '/funeral-management/eco-awards/:id', meta: { title: '生态安葬奖补', may: 'viewAwards' }, props: true, component: () => import('./AwardPage.vue') },
  { path: '/funeral-management/award-lists', meta: { title: '奖补发放批次', may: 'viewAwardLists' }, component: () => import('./AwardListsPage.vue') },
  { path: '/funeral-management/award-lists/:id', meta: { title: '奖补发放批次', may: 'viewAwardLists' }, props: true, component: () => import('./AwardListPage.vue') },
]
