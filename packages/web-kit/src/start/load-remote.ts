import { z } from 'zod'
import { isRemote, type Remote } from './remote'

/** A line of `modules.json`: what the portal offers. */
export const ModuleEntry = z.object({
  id: z.string().regex(/^[a-z-]+$/),
  title: z.string(),
  /** Where its development server listens; absent when it is built. */
  developmentOrigin: z.string().optional(),
})
export type ModuleEntry = z.infer<typeof ModuleEntry>

const RemoteManifest = z.object({ entry: z.string(), css: z.array(z.string()), preload: z.array(z.string()) })

/** Why a frontend did not come, in a sentence. */
export class RemoteProblem extends Error {
  constructor(
    readonly title: string,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(title, options)
    this.name = 'RemoteProblem'
  }
}

const PATIENCE_MS = 8000

/**
 * Loads a frontend's entry and its styles.
 * @throws RemoteProblem when it is missing, broken, or has not come within eight seconds; calling again tries anew
 */
export async function loadRemote(entry: ModuleEntry, attempt: number, patience = PATIENCE_MS): Promise<Remote> {
  const limit = AbortSignal.timeout(patience)
  const late = new Promise<never>((_, reject) => limit.addEventListener('abort', () => reject(slow(entry)), { once: true }))
  try {
    return await Promise.race([bring(entry, attempt, limit), late])
  } catch (thrown) {
    if (thrown instanceof RemoteProblem) throw thrown
    throw limit.aborted ? slow(entry) : broken(entry, thrown)
  }
}

const slow = ({ title }: ModuleEntry) => new RemoteProblem(`“${title}”打开超时`, '网络较慢或该模块繁忙，请稍后重试；其他模块不受影响。')
const absent = ({ title }: ModuleEntry) => new RemoteProblem(`“${title}”暂时不可用`, '该模块可能正在更新，请稍后重试；其他模块不受影响。')
const broken = ({ title }: ModuleEntry, cause: unknown) => new RemoteProblem(`“${title}”未能打开`, '该模块出现异常，请重试；如反复出现，请告知信息中心。其他模块不受影响。', { cause })

async function bring(entry: ModuleEntry, attempt: number, signal: AbortSignal): Promise<Remote> {
  const address = entry.developmentOrigin === undefined ? await built(entry, signal) : `${entry.developmentOrigin}/apps/${entry.id}/src/remote.ts`
  // A browser remembers that a module failed; another query makes it ask again.
  const loaded: unknown = await import(/* @vite-ignore */ attempt === 0 ? address : `${address}?attempt=${attempt}`)
  const remote = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined
  if (!isRemote(remote)) throw broken(entry, new TypeError('remote.ts exports no frontend'))
  return remote
}

async function built(entry: ModuleEntry, signal: AbortSignal): Promise<string> {
  const base = `/apps/${entry.id}/`
  const response = await fetch(`${base}remote.json`, { signal, cache: 'no-cache' })
  if (!response.ok) throw absent(entry)
  const manifest = RemoteManifest.parse(await response.json())
  for (const file of manifest.preload) addLink('modulepreload', base + file)
  await Promise.all(manifest.css.map((file) => addStyles(base + file)))
  return base + manifest.entry
}

function addLink(rel: string, href: string): HTMLLinkElement | undefined {
  if (document.head.querySelector(`link[href="${href}"]`)) return undefined
  const link = document.createElement('link')
  link.rel = rel
  link.href = href
  document.head.append(link)
  return link
}

/** Resolves when the styles apply; a page without them is still better than none. */
function addStyles(href: string): Promise<void> {
  const link = addLink('stylesheet', href)
  return new Promise((resolve) => {
    if (!link) return resolve()
    link.addEventListener('load', () => resolve(), { once: true })
    link.addEventListener('error', () => resolve(), { once: true })
  })
}
