import { bundleForNode } from '@xishan/config/rolldown'

export default bundleForNode({ main: 'host/main.ts', 'gateway-pages': 'deploy/gateway/main.ts', 'deployment-files': 'deploy/write-deployment-files.ts' })
