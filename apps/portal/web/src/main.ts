import { groupsOf, routesOf, startShell, useSession } from '@xishan/web-kit'
import { pages } from './pages'
import { useSignInAgain } from './session/sign-in-again'
import { administration } from './shell/administration'
import { shellRoutes } from './shell/routes'
import ShellFrame from './shell/ShellFrame.vue'

await startShell({
  title: '西山民政',
  frame: ShellFrame,
  routes: [...shellRoutes, ...routesOf(pages)],
  signInPath: '/sign-in',
  signInAgain: () => useSignInAgain().ask(),
  beginElsewhere: () => (useSession().isKeeper ? groupsOf(administration)[0]?.items[0]?.to : undefined),
})
