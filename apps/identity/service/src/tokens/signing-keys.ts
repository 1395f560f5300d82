import { Inject, Injectable } from '@nestjs/common'
import { CIPHERS, Reads, UnitOfWork, type Ciphers } from '@xishan/service-kit'
import { calculateJwkThumbprint, errors, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK, type JWTVerifyGetKey } from 'jose'
import { IDENTITY } from '../identity-actor'

export const ALGORITHM = 'ES256'
/** A key signs this long; then the next one takes over. */
const SIGNS_FOR_MS = 30 * 86_400_000
/** A new key is published this long before it signs, so that nobody meets a signature by a key not yet fetched. */
const PUBLISHED_AHEAD_MS = 10 * 60_000
const REREAD_AFTER_MS = 60_000
/** For a key id that is not known; made-up ones cost no query each. */
const REREAD_AT_MOST_MS = 5_000

export interface SigningKey {
  kid: string
  publicJwk: JWK
  publicKey: CryptoKey
  privateKey: CryptoKey
  createdAt: Date
  activeFrom: Date
}

interface KeyRow {
  kid: string
  publicJwk: JWK
  privateSealed: string
  createdAt: Date
  activeFrom: Date
}

/** The key that signs at `now`: the youngest that is active. */
export const signsAt = <K extends Pick<SigningKey, 'activeFrom'>>(keys: readonly K[], now: Date): K | undefined =>
  keys.filter((key) => key.activeFrom <= now).sort((a, b) => b.activeFrom.getTime() - a.activeFrom.getTime())[0]

/** Whether a successor has to be made: the youngest key of all has signed its time. */
export const isDue = (keys: readonly Pick<SigningKey, 'activeFrom'>[], now: Date): boolean =>
  keys.every((key) => now.getTime() - key.activeFrom.getTime() > SIGNS_FOR_MS)

/** Identity's key pairs, kept sealed in its database so that every replica signs with the same ones. */
@Injectable()
export class SigningKeys {
  private known: { keys: SigningKey[]; readAt: number } = { keys: [], readAt: 0 }
  private making: Promise<void> | undefined

  constructor(
    private readonly reads: Reads,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async current(): Promise<SigningKey> {
    const keys = await this.all()
    const key = signsAt(keys, new Date())
    if (!key) throw new Error('identity has no signing key')
    return key
  }

  /** The key set as others see it. */
  async published(): Promise<JWK[]> {
    return (await this.all()).map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }))
  }

  /** How identity itself verifies: with its own keys, without asking over the network. */
  verifier(): JWTVerifyGetKey {
    return async ({ kid }) => {
      let key = await this.find(kid)
      if (!key && Date.now() - this.known.readAt > REREAD_AT_MOST_MS) {
        await this.reread()
        key = await this.find(kid)
      }
      if (!key) throw new errors.JWKSNoMatchingKey()
      return key.publicKey
    }
  }

  private async find(kid: string | undefined): Promise<SigningKey | undefined> {
    return (await this.all()).find((key) => key.kid === kid)
  }

  private async all(): Promise<SigningKey[]> {
    if (Date.now() - this.known.readAt > REREAD_AFTER_MS) await this.reread()
    if (isDue(this.known.keys, new Date())) {
      this.making ??= this.make().finally(() => (this.making = undefined))
      await this.making
    }
    return this.known.keys
  }

  private async reread(): Promise<void> {
    const rows = await this.reads.query<KeyRow>(
      IDENTITY,
      `select kid, public_jwk as "publicJwk", private_jwk_sealed as "privateSealed", created_at as "createdAt", active_from as "activeFrom" from signing_key`,
    )
    this.known = { keys: await Promise.all(rows.map((row) => this.opened(row))), readAt: Date.now() }
  }

  private async opened(row: KeyRow): Promise<SigningKey> {
    const key = this.known.keys.find(({ kid }) => kid === row.kid)
    if (key) return { ...row, publicKey: key.publicKey, privateKey: key.privateKey }
    const privateJwk: JWK = JSON.parse(this.ciphers.decrypt(row.privateSealed))
    return { ...row, publicKey: await imported(row.publicJwk), privateKey: await imported(privateJwk) }
  }

  /** One replica makes it, under a lock; retired keys are dropped when nothing they signed can still be alive. */
  private async make(): Promise<void> {
    const pair = await generateKeyPair(ALGORITHM, { extractable: true })
    const publicJwk = await exportJWK(pair.publicKey)
    const sealed = this.ciphers.encrypt(JSON.stringify(await exportJWK(pair.privateKey)))
    const kid = await calculateJwkThumbprint(publicJwk)
    await this.unitOfWork.perform(IDENTITY, async (work) => {
      await work.query(`select pg_advisory_xact_lock(hashtext('identity signing key'))`)
      const rows = await work.query<{ activeFrom: Date }>(`select active_from as "activeFrom" from signing_key`)
      if (!isDue(rows, work.now)) return
      const activeFrom = new Date(work.now.getTime() + (rows.length === 0 ? 0 : PUBLISHED_AHEAD_MS))
      await work.query(`insert into signing_key (kid, public_jwk, private_jwk_sealed, created_at, active_from) values ($1, $2, $3, $4, $5)`, [
        kid,
        JSON.stringify(publicJwk),
        sealed,
        work.now,
        activeFrom,
      ])
      await work.query(`delete from signing_key where active_from < $1`, [new Date(work.now.getTime() - 2 * SIGNS_FOR_MS)])
    })
    await this.reread()
  }
}

async function imported(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM)
  if (key instanceof Uint8Array) throw new TypeError('a signing key is a key pair')
  return key
}
