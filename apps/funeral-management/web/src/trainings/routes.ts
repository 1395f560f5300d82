import type { RouteRecordRaw } from 'vue-router'

/** The same pages under two headings: whose training it is follows from the address. */
export const trainingsRoutes: RouteRecordRaw[] = (['FUNERAL', 'REGISTRAR'] as const).flatMap((kind): RouteRecordRaw[] => {
  const base = kind === 'FUNERAL' ? '/funeral-management/staff-trainings' : '/funeral-management/registrar-trainings'
  const title = kind === 'FUNERAL' ? '殡葬职工培训' : '登记员培训'
  return [
    { path: base, meta: { title, may: 'viewTrainings' }, props: { kind, base, title }, component: () => import('./TrainingsPage.vue') },
    { path: `${base}/:id`, meta: { title, may: 'viewTrainings' }, props: ({ params }) => ({ id: params['id'], base, title }), component: () => import('./TrainingPage.vue') },
  ]
})
