import './require-node.mjs'

const { command } = await import('./failure.mjs')
const { measureEverything } = await import('./measure-everything.mjs')

await command(() => measureEverything(process.argv.slice(2)))
