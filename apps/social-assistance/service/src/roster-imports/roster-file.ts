import { createHash } from 'node:crypto'
import type { Ask, Ciphers } from '@xishan/service-kit'

const PIECE = 256 * 1024

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Piece by piece, so that sealing a large file keeps nobody waiting. */
export async function keepFile(ask: Ask, ciphers: Ciphers, of: { id: string; divisionCode: string }, bytes: Buffer): Promise<void> {
  for (let at = 0; at * PIECE < bytes.length; at++) {
    const piece = ciphers.encrypt(bytes.subarray(at * PIECE, (at + 1) * PIECE).toString('base64'))
    await ask(`insert into roster_file (import_id, position, division_code, piece_sealed) values ($1, $2, $3, $4)`, [of.id, at, of.divisionCode, piece])
  }
}

export async function keptFile(ask: Ask, ciphers: Ciphers, importId: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (;;) {
    const [row] = await ask<{ piece: string }>(`select piece_sealed as piece from roster_file where import_id = $1 and position = $2`, [importId, pieces.length])
    if (!row) return Buffer.concat(pieces)
    pieces.push(Buffer.from(ciphers.decrypt(row.piece), 'base64'))
  }
}

export const dropFile = (ask: Ask, importId: string): Promise<unknown> => ask(`delete from roster_file where import_id = $1`, [importId])
