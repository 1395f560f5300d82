import { remoteBuild } from '@xishan/web-kit/vite'
import { defineConfig } from 'vite'

export default defineConfig(remoteBuild({ line: 'funeral-management', devPort: 5172 }))
