import { bundleForNode } from '@xishan/config/rolldown'

export default bundleForNode({ main: 'src/main.ts' })
