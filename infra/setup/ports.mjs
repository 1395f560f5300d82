import { createServer } from 'node:net'
import { Failure } from './failure.mjs'

/** The port that `PORT` names, else 8080. */
export function readPort() {
  const port = Number(process.env.PORT ?? 8080)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Failure(`PORT 应为 1 至 65535 的整数，当前为“${process.env.PORT}”。 (PORT is not a port number)`)
}

/**
 * Before minutes are spent on installing: whether the port can be had.
 *
 * @param {number} port
 */
export async function requireFreePort(port) {
  const probe = createServer()
  await new Promise((resolve, reject) => {
    probe.on('error', reject).listen(port, () => probe.close(resolve))
  }).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'EADDRINUSE') throw new Failure(`端口 ${port} 已被占用，请停止占用它的程序${port === readPort() ? '，或用 PORT 换一个端口，例如 PORT=8081' : ''}。 (port ${port} is taken)`)
    if (error.code === 'EACCES') throw new Failure(`没有权限使用端口 ${port}，请用 1024 以上的端口，例如 PORT=8080。 (no permission for port ${port})`)
    throw new Failure(`端口 ${port} 不能使用：${error.code}。 (port ${port} cannot be used)`)
  })
}
