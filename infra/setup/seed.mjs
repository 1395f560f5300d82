import './require-node.mjs'

const { command } = await import('./failure.mjs')
const { seedEverything } = await import('./seed-everything.mjs')

await command(() => seedEverything(process.argv.slice(2)))
