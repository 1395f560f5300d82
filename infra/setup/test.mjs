import './require-node.mjs'

const { command } = await import('./failure.mjs')
const { testEverything } = await import('./test-everything.mjs')

await command(testEverything)
