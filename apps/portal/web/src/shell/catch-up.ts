import { defineContract, LINE_ROUTES } from '@xishan/domain'
import { client, type Client } from '@xishan/web-kit'

const routes = { clock: LINE_ROUTES.clock }

/** One line's own business date, which follows identity's by an event. */
const clockOf = (line: string): Client<typeof routes> => client(defineContract({ line, title: line, permissions: {}, problems: {}, routes }))

export interface LineStanding {
  line: string
  title: string
  isCaughtUp: boolean
}

/** Whether each line has done the days up to a date; one that does not answer has not. */
export function standings(lines: readonly { line: string; title: string }[], date: string, signal: AbortSignal): Promise<LineStanding[]> {
  return Promise.all(
    lines.map(async ({ line, title }) => {
      const clock = await clockOf(line).clock(undefined, { signal }).catch(() => undefined)
      return { line, title, isCaughtUp: clock !== undefined && clock.businessDate >= date && clock.caughtUp }
    }),
  )
}
