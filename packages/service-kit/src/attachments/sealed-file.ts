import type { Ciphers } from '../ciphers'
import type { Ask } from '../database/ask'

const PIECE = 256 * 1024

/**
 * A file that was sent in and is worked on later: sealed, and in pieces, so that sealing a large one keeps nobody waiting. Its table has
 * `owner`, `position`, `division_code` and `piece_sealed`.
 */
export class SealedFile {
  /** @param owner the column that names whose file it is */
  constructor(
    private readonly table: string,
    private readonly owner: string,
  ) {}

  async keep(ask: Ask, ciphers: Ciphers, { id, divisionCode }: { id: string; divisionCode: string }, bytes: Buffer): Promise<void> {
    for (let at = 0; at * PIECE < bytes.length; at++) {
      const piece = ciphers.encrypt(bytes.subarray(at * PIECE, (at + 1) * PIECE).toString('base64'))
      await ask(`insert into ${this.table} (${this.owner}, position, division_code, piece_sealed) values ($1, $2, $3, $4)`, [id, at, divisionCode, piece])
    }
  }

  async read(ask: Ask, ciphers: Ciphers, id: string): Promise<Buffer> {
    const pieces: Buffer[] = []
    for (;;) {
      const [row] = await ask<{ piece: string }>(`select piece_sealed as piece from ${this.table} where ${this.owner} = $1 and position = $2`, [id, pieces.length])
      if (!row) return Buffer.concat(pieces)
      pieces.push(Buffer.from(ciphers.decrypt(row.piece), 'base64'))
    }
  }

  async drop(ask: Ask, id: string): Promise<void> {
    await ask(`delete from ${this.table} where ${this.owner} = $1`, [id])
  }
}
