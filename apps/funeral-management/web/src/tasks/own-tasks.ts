import type { LineTasks } from '@xishan/domain'
import { contract } from '@xishan/funeral-management-contract'
import { useCan } from '@xishan/web-kit'
import { api } from '../api'

/** How `<NextTask>` asks for the person's tasks; nothing for whoever has none. */
export const useOwnTasks = (): ((signal: AbortSignal) => Promise<LineTasks>) | undefined =>
  useCan(contract)('viewTasks') ? (signal) => api.findTasks({}, { signal }) : undefined
