// Imported first by every command, in syntax that an old Node still reads: says which Node is needed before anything newer fails.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。 (Node.js 20.19 or later is needed)`)
  process.exit(1)
}
