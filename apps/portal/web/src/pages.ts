import { contract } from '@xishan/portal-contract'
import { defineRemote } from '@xishan/web-kit'

/** The portal's own pages: the plan, the projects, what waits for the reader. */
export const pages = defineRemote({
  id: 'portal',
  title: '规划门户',
  contract,
  menu: [],
  routes: [],
})
