import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** An address of the database that stays the same when the server comes back on another port. */
export class DatabaseRelay {
  private readonly sockets = new Set<Socket>()
  private readonly server: Server

  constructor(public target: number) {
    this.server = createServer((client) => this.join(client))
  }

  async listen(): Promise<number> {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
    const address = this.server.address()
    return typeof address === 'object' && address ? address.port : 0
  }

  close(): void {
    this.server.close()
    for (const socket of this.sockets) socket.destroy()
  }

  private join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1')
    for (const [from, to] of [[client, server], [server, client]] as const) {
      this.sockets.add(from)
      from.on('error', () => to.destroy()).on('close', () => {
        this.sockets.delete(from)
        to.destroy()
      })
      from.pipe(to)
    }
  }
}
