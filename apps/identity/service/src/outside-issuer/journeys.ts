import { Inject, Injectable } from '@nestjs/common'
import { CIPHERS, UnitOfWork, type Ciphers } from '@xishan/service-kit'
import { IDENTITY } from '../identity-actor'
import { secretHash } from '../sessions/session-secret'
import type { Journey } from './outside-issuer'

const MINUTES = 10

/** Sign-ins that are at the issuer's page. Each is good for one return within ten minutes. */
@Injectable()
export class Journeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async store(journey: Journey, returnTo: string): Promise<void> {
    await this.unitOfWork.perform(IDENTITY, async (work) => {
      await work.query(`delete from outside_sign_in where begun_at < $1::timestamptz - make_interval(mins => $2)`, [work.now, MINUTES])
      await work.query(`insert into outside_sign_in (state_hash, verifier_sealed, nonce, return_to, begun_at) values ($1, $2, $3, $4, $5)`, [
        secretHash(journey.state),
        this.ciphers.encrypt(journey.verifier),
        journey.nonce,
        returnTo,
        work.now,
      ])
    })
  }

  async take(state: string): Promise<{ journey: Journey; returnTo: string } | undefined> {
    const [row] = await this.unitOfWork.perform(IDENTITY, (work) =>
      work.query<{ verifierSealed: string; nonce: string; returnTo: string }>(
        `with taken as (delete from outside_sign_in where state_hash = $1 and begun_at > $2::timestamptz - make_interval(mins => $3) returning *)
         select verifier_sealed as "verifierSealed", nonce, return_to as "returnTo" from taken`,
        [secretHash(state), work.now, MINUTES],
      ),
    )
    return row && { journey: { state, nonce: row.nonce, verifier: this.ciphers.decrypt(row.verifierSealed) }, returnTo: row.returnTo }
  }
}
