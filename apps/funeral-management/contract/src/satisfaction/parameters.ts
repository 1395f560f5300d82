/** Keys of satisfaction. */
export const SATISFACTION_PARAMETER = {
  /** Days for which a family may answer by its code. */
  openDays: 'funeral.service.survey-days',
  followUpDays: 'funeral.service.follow-up-days',
} as const
