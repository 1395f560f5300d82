import { CONFIGURATION, type ServiceConfiguration } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import type { LineAnswer, LineFailure } from './line-answer'

/** What a line may take to answer before the portal goes on without it. */
export const LINE_BUDGET = 3000
/** No answer to the portal is longer; one that is comes from a line that has gone wrong. */
const LONGEST_ANSWER = 4_000_000

export interface Question<S extends z.ZodType> {
  line: string
  /** Relative to the line's base address, with its query. */
  path: string
  /** The answer is used only if it is of this shape. */
  shape: S
  headers: Record<string, string>
  budget?: number
}

/**
 * Asks the lines. A line may be down, hang in the middle of its answer, answer with nonsense or without end: each comes back
 * as a named failure within the budget.
 */
@Injectable()
export class LineClient {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'peers'>) {}

  /** The lines that are part of this installation. */
  get lines(): string[] {
    return Object.keys(this.configuration.peers)
  }

  async ask<S extends z.ZodType>(question: Question<S>): Promise<LineAnswer<z.output<S>>> {
    const started = performance.now()
    const since = () => Math.round(performance.now() - started)
    const fail = (failure: LineFailure): LineAnswer<z.output<S>> => ({ ok: false, failure, milliseconds: since() })
    const base = this.configuration.peers[question.line]
    if (!base) return fail('DOWN')
    try {
      const response = await fetch(base.replace(/\/$/, '') + question.path, {
        headers: { accept: 'application/json', ...question.headers },
        redirect: 'error',
        signal: AbortSignal.timeout(question.budget ?? LINE_BUDGET),
      })
      const text = await readWhole(response)
      if (!response.ok) return fail(failureOf(response.status))
      const parsed = question.shape.safeParse(jsonOf(text))
      return parsed.success ? { ok: true, value: parsed.data, milliseconds: since() } : fail('UNREADABLE')
    } catch (error) {
      return fail(error instanceof Error && error.name === 'TimeoutError' ? 'TIMEOUT' : error instanceof AnswerTooLong ? 'UNREADABLE' : 'DOWN')
    }
  }
}

class AnswerTooLong extends Error {}

async function readWhole(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > LONGEST_ANSWER) throw new AnswerTooLong()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function failureOf(status: number): LineFailure {
  if (status === 401 || status === 403) return 'REFUSED'
  if (status === 404) return 'MISSING'
  if (status >= 502 && status <= 504) return 'NOT_READY'
  return status >= 500 ? 'FAULTY' : 'UNREADABLE'
}
