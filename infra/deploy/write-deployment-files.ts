import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lineOf, LINES } from '../host/lines'
import { deploymentFiles } from './deployment-files'

const [folder] = process.argv.slice(2)

if (folder) {
  for (const [file, content] of deploymentFiles(LINES.map(lineOf), readFileSync(join(folder, 'compose.yaml'), 'utf8'))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
} else {
  process.stderr.write('node infra/dist/deployment-files.js infra/deploy  — writes the files that name the lines\n')
  process.exitCode = 1
}
