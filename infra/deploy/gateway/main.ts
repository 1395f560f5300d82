import { pageLocations } from './page-locations'

const [built, served] = process.argv.slice(2)

if (built && served) {
  process.stdout.write(await pageLocations(built, served))
} else {
  process.stderr.write('node infra/dist/gateway-pages.js <built repository> <where the gateway finds it>  — writes pages.conf\n')
  process.exitCode = 1
}
