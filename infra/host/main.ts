import { join } from 'node:path'
import { PostgresProblem } from '@xishan/embedded-postgres'
import { accountTable } from './accounts'
import { Closing } from './closing'
import { Refusal } from './refusal'
import { startHost, type RunningHost } from './start-host'

const ROOT = join(import.meta.dirname, '../..')
const closing = new Closing()

function show({ url }: RunningHost): void {
  if (process.argv.includes('--brief')) console.log(`服务已就绪 (services ready)：${url}`)
  else console.log(`\n演示帐号 (demonstration accounts)：\n${accountTable()}\n\n系统已就绪，请用浏览器打开 (ready)：${url}\n按 Ctrl-C 停止 (stop)。\n`)
  process.send?.({ ready: url })
}

let isEnding = false

async function end(status: number, reason: string): Promise<void> {
  if (isEnding) return
  isEnding = true
  console.log(reason)
  await closing.run()
  process.exit(status)
}

/** Ends in order when told to, or when whoever started us is gone. */
function endWhenTold(): void {
  const stop = () => void end(0, '\n正在停止 (stopping) …')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(), 500).unref()
  process.stdout.on('error', () => undefined)
  // One service's oversight must not take the others with it; it is a defect all the same, and is shown.
  process.on('unhandledRejection', (reason) => console.error('✗', reason))
}

async function main(): Promise<void> {
  endWhenTold()
  const host = await startHost(
    {
      root: ROOT,
      dataFolder: process.env.DATA_FOLDER ?? join(ROOT, '.data'),
      port: Number(process.env.PORT ?? 8080),
      databaseUrl: process.env.DATABASE_URL,
      reset: process.argv.includes('--reset'),
    },
    closing,
  )
  if (isEnding) return
  show(host)
  void host.databaseEnded.then(() => end(1, '✗ 数据库意外停止，系统随之停止；重新运行 npm start 即可恢复。 (the database ended)'))
}

main().catch(async (error: unknown) => {
  if (isEnding) return
  isEnding = true
  if (error instanceof Refusal || error instanceof PostgresProblem) console.error(`✗ ${error.message}`)
  else console.error(error)
  await closing.run()
  process.exit(1)
})
