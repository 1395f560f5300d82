import './require-node.mjs'

const { command } = await import('./failure.mjs')
const { killOften } = await import('./kill-often.mjs')

await command(() => killOften(process.argv[2] ?? '50'))
