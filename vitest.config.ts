import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { elementPlusComponents } from './packages/web-kit/vite/index.ts'

const ELSEWHERE = ['**/node_modules/**', '**/dist/**', '**/.data/**']
const PAGES = ['packages/web-kit/**/*.test.ts', 'apps/*/web/**/*.test.ts']
const JOURNEYS = ['tests/journeys/**/*.test.ts']

export default defineConfig({
  test: {
    // Half the time of a file is its database's, so a worker per core leaves neither idle; the default is one fewer.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'node',
          include: ['{packages,infra,seeds,tests}/**/*.test.ts', 'apps/*/{contract,service}/**/*.test.ts'],
          exclude: [...ELSEWHERE, ...PAGES, ...JOURNEYS],
          globalSetup: ['packages/testing/src/postgres-setup.ts'],
          env: { TZ: 'Asia/Shanghai' },
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [vue(), elementPlusComponents()],
        test: {
          name: 'pages',
          include: PAGES,
          exclude: ELSEWHERE,
          environment: 'happy-dom',
          env: { TZ: 'Asia/Shanghai' },
          server: { deps: { inline: ['element-plus'] } },
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: JOURNEYS,
          exclude: ELSEWHERE,
          globalSetup: ['tests/journeys/host-setup.ts'],
          env: { TZ: 'Asia/Shanghai' },
          // One browser at a time, after everything else: two cores are busy with the services it talks to.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 120_000,
          retry: 0,
        },
      },
    ],
  },
})
