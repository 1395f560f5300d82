import { readdirSync } from 'node:fs'
import { bundleForNode } from '@xishan/config/rolldown'

const benchmarks = readdirSync('load').filter((file) => file.endsWith('.bench.ts'))

/** The benchmarks, which run on plain Node rather than in a test runner. */
export default bundleForNode(Object.fromEntries(['run.ts', ...benchmarks].map((file) => [file.replace(/\.ts$/, ''), `load/${file}`])))
