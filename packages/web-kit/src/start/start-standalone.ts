import { ElMessageBox } from 'element-plus'
import { connection } from '../client/connection'
import { useSession } from '../session/session'
import { firstPageOf, routesOf, type Remote } from './remote'
import StandaloneFrame from './StandaloneFrame.vue'
import { startPlatform } from './start-platform'

const BASE = '/apps'

/** The way back in is the portal's sign-in page; this page stays open behind it. */
async function signInElsewhere(): Promise<boolean> {
  window.open('/sign-in', '_blank', 'noopener')
  const answer = await ElMessageBox.alert('已打开新的登录窗口。登录后回到这里点“继续”，已填写的内容仍保留在页面上。', '登录已失效', { confirmButtonText: '继续', showClose: false }).catch(() => 'cancel')
  if (answer === 'cancel') return false
  const session = useSession()
  const before = session.account?.id
  await session.restore()
  return session.account !== undefined && session.account.id === before
}

/** Starts one line's frontend alone at `/apps/<line>/`, from the same entry the portal loads. */
export async function startStandalone(remote: Remote): Promise<void> {
  await startPlatform({
    title: remote.title,
    base: BASE,
    frame: StandaloneFrame,
    frameProps: { remote },
    routes: [...routesOf(remote), { path: `/${remote.id}`, redirect: firstPageOf(remote) }],
    prepare: async (app) => void remote.setup?.(app),
    askForSignIn: (back) => {
      window.location.assign(`/sign-in?back=${encodeURIComponent(BASE + back)}`)
      return false
    },
  })
  connection.signInAgain = signInElsewhere
}
