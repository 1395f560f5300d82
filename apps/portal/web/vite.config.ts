import { shellBuild } from '@xishan/web-kit/vite'
import { defineConfig } from 'vite'

export default defineConfig(shellBuild({ devPorts: { 'social-assistance': 5171, 'funeral-management': 5172 } }))
