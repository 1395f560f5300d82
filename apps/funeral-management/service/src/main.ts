import { startService } from '@xishan/service-kit'
import { service } from './index'

await startService(service)
