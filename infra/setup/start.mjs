import './require-node.mjs'

const { command } = await import('./failure.mjs')
const { startEverything } = await import('./start-everything.mjs')

await command(() => startEverything(process.argv.slice(2)))
