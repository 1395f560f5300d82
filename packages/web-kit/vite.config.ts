import { defineConfig } from 'vite'
import { vendorBuild } from './vite/index.ts'

export default defineConfig(vendorBuild)
