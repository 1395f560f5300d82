import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { EntityManager } from 'typeorm'
import { requestContext, type RequestContext } from './request-context'

/**
 * What a person asked for, done once: a request repeated with its idempotency key is answered what it was answered before. Inside
 * the transaction of the task, so that the key is taken only if that commits.
 * @throws DomainProblem `key-reused` when the key came before with another request
 */
export async function once(manager: EntityManager, actor: Actor, task: () => Promise<Saved>): Promise<Saved> {
  const context = requestContext.getStore()
  if (!context?.idempotencyKey || context.keySpent) return task()
  context.keySpent = true
  const earlier = await claim(manager, actor, context.idempotencyKey, context)
  if (earlier) return earlier
  const saved = await task()
  await manager.query(`update idempotency set result_id = $3, result_version = $4, result_number = $5 where actor_id = $1 and key = $2`, [
    actor.id,
    context.idempotencyKey,
    saved.id,
    saved.version,
    saved.number ?? null,
  ])
  return saved
}

async function claim(manager: EntityManager, actor: Actor, key: string, context: RequestContext): Promise<Saved | undefined> {
  const inserted: unknown[] = await manager.query(`insert into idempotency (actor_id, key, digest) values ($1, $2, $3) on conflict do nothing returning key`, [
    actor.id,
    key,
    context.digest(),
  ])
  if (inserted.length > 0) return undefined
  const [earlier]: { digest: string; result_id: string; result_version: number; result_number: string | null }[] = await manager.query(
    `select digest, result_id, result_version, result_number from idempotency where actor_id = $1 and key = $2`,
    [actor.id, key],
  )
  if (!earlier || earlier.digest !== context.digest()) throw new DomainProblem('key-reused')
  return { id: earlier.result_id, version: earlier.result_version, ...(earlier.result_number ? { number: earlier.result_number } : {}) }
}
