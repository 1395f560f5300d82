import { defineContract, LINE_PERMISSIONS, LINE_ROUTES } from '@xishan/domain'
import { client, type Client } from '@xishan/web-kit'

const routes = { deadEvents: LINE_ROUTES.deadEvents, replayEvent: LINE_ROUTES.replayEvent }
const permissions = { operations: LINE_PERMISSIONS.operations }

/** Every line serves its own undelivered messages at the same routes. */
export const eventsOf = (line: string): Client<typeof routes> => client(defineContract({ line, title: line, permissions, problems: {}, routes }))

/** What only those who run the system may see. */
export const OPERATIONS = permissions
