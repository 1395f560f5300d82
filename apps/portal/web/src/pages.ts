import { contract } from '@xishan/portal-contract'
import { defineRemote } from '@xishan/web-kit'
import { deathRoutes } from './deaths/routes'
import { indicatorRoutes } from './indicators/routes'
import { openPointRoutes } from './open-points/routes'
import { planRoutes } from './plan/routes'
import { projectRoutes } from './projects/routes'
import { serviceRoutes } from './services/routes'
import { taskRoutes } from './tasks/routes'

/** The portal's own pages: the plan, the projects, what waits for the reader. */
export const pages = defineRemote({
  id: 'portal',
  title: '规划门户',
  contract,
  menu: [
    { title: '规划总览', to: '/', may: 'readPlan' },
    { title: '名下待办', to: '/portal/tasks', may: 'readPlan' },
    { title: '重点项目', to: '/portal/projects', may: 'readPlan' },
    { title: '民生资金安全', to: '/portal/deaths', may: 'readPlan' },
    { title: '口径待明确', to: '/portal/open-points', may: 'readOpenPoints' },
    { title: '服务运行', to: '/portal/services', may: 'readServices' },
  ],
  routes: [...planRoutes, ...indicatorRoutes, ...projectRoutes, ...deathRoutes, ...openPointRoutes, ...taskRoutes, ...serviceRoutes],
})
