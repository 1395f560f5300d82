import type { Actor } from '@xishan/domain'
import { periodOf } from '@xishan/social-assistance-service'
import { bookOn } from '../demonstration-parameters'

/** Who takes a step, and when. */
export interface By {
  actor: Actor
  on: string
}

export const period = (key: string, on: string) => periodOf(bookOn(on), key)
