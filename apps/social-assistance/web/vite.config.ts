import { remoteBuild } from '@xishan/web-kit/vite'
import { defineConfig } from 'vite'

export default defineConfig(remoteBuild({ line: 'social-assistance', devPort: 5171 }))
