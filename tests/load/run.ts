import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeData, startPostgres } from '@xishan/embedded-postgres'
import { makeTemporaryFolder } from '@xishan/testing/temporary-folder'
import { keepsItsBound, tableOf, type Benchmark, type Measure } from './benchmark'

const isBenchmark = (value: unknown): value is Benchmark => typeof value === 'object' && value !== null && 'title' in value && 'run' in value && typeof value.run === 'function'

/** The built benchmarks beside this file; with names, only those. */
async function findBenchmarks(names: readonly string[]): Promise<Benchmark[]> {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.js') && (names.length === 0 || names.includes(file.replace('.bench.js', ''))))
  const modules: { default?: unknown }[] = await Promise.all(files.sort().map((file) => import(join(import.meta.dirname, file))))
  return modules.map((module) => module.default).filter(isBenchmark)
}

/** Each benchmark has a PostgreSQL of its own, safe to disk as in production. */
async function measure(benchmark: Benchmark): Promise<Measure[]> {
  const home = makeTemporaryFolder('bench')
  const dataDir = join(home, 'data')
  const postgres = await startPostgres({ dataDir })
  try {
    return await benchmark.run({ databaseUrl: postgres.url, note: (text) => console.log(`  … ${text}`) })
  } finally {
    await postgres.stop()
    await removeData(dataDir)
    rmSync(home, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  const benchmarks = await findBenchmarks(process.argv.slice(2))
  if (benchmarks.length === 0) console.error('✗ 没有这样的基准测试。 (no such benchmark)')
  let kept = benchmarks.length > 0
  for (const benchmark of benchmarks) {
    console.log(`\n${benchmark.title}`)
    const measures = await measure(benchmark)
    console.log(tableOf(measures))
    kept &&= measures.every(keepsItsBound)
  }
  process.exitCode = kept ? 0 : 1
}

await main()
