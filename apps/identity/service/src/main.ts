import { startService } from '@xishan/service-kit'
import { firstAdministrators } from './administrators/first-administrators'
import { service } from './service'

if (process.argv[2] === 'first-administrators')
  await firstAdministrators(service, (line) => process.stdout.write(`${line}\n`)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
else await startService(service)
