/** Keys of deaths and cremations. */
export const DEATH_PARAMETER = {
  burialEthnicities: 'funeral.death.burial-ethnicities',
  cremationAreas: 'funeral.death.cremation-areas',
  disputeDays: 'funeral.death.dispute-days',
} as const
