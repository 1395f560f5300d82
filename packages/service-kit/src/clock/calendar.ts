import { WorkingDayCalendar } from '@xishan/domain'

/** Working days by the State Council's notices. */
export const calendar = WorkingDayCalendar.stateCouncil()
