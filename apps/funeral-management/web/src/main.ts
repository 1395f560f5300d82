import { startStandalone } from '@xishan/web-kit'
import remote from './remote'

await startStandalone(remote)
