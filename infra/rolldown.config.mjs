import { bundleForNode } from '@xishan/config/rolldown'

export default bundleForNode({ main: 'host/main.ts', seed: 'host/seed.ts', 'large-district-worker': '../seeds/src/large-district/worker.ts', 'gateway-pages': 'deploy/gateway/main.ts', 'deployment-files': 'deploy/write-deployment-files.ts' })
