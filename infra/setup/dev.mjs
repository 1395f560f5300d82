import './require-node.mjs'

const { command } = await import('./failure.mjs')
const { develop } = await import('./develop.mjs')

await command(develop)
