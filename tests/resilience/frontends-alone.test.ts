import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '../..')
const APPS = join(ROOT, 'apps')
const Plan = z.object({ tasks: z.array(z.object({ taskId: z.string(), command: z.string() })) })

const webs = readdirSync(APPS).filter((line) => existsSync(join(APPS, line, 'web/package.json')))

/** What has to be built so that this package can be, itself included. */
function builtFor(name: string): string[] {
  const { stdout } = spawnSync(join(ROOT, 'node_modules/.bin/turbo'), ['run', 'build', `--filter=${name}`, '--dry-run=json'], { cwd: ROOT, encoding: 'utf8' })
  return Plan.parse(JSON.parse(stdout)).tasks.filter(({ command }) => command !== '<NONEXISTENT>').map(({ taskId }) => taskId)
}

/** Text files of a build. */
const builtFiles = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|css|html|json)$/.test(file)).map((file) => join(folder, file)) : []

describe.each(webs)('the frontend of %s', (line) => {
  it('is built after the shared vendor build and nothing else: no other line’s', () => {
    expect(builtFor(`@xishan/${line}-web`).toSorted()).toEqual([`@xishan/${line}-web#build`, '@xishan/web-kit#build'].toSorted())
  })

  it('loads nothing of another line’s build', () => {
    const others = webs.filter((other) => other !== line)
    const mentioned = builtFiles(join(APPS, line, 'web/dist')).filter((file) => !file.endsWith('modules.json')).flatMap((file) => others.filter((other) => readFileSync(file, 'utf8').includes(`/apps/${other}/`)))
    expect(mentioned).toEqual([])
  })
})
