/** Keys of deaths and cremations. */
export const DEATH_PARAMETER = {
  burialEthnicities: 'funeral.death.burial-ethnicities',
  cremationAreas: 'funeral.death.cremation-areas',
  /** How often a list should come, by its source. */
  rhythmPolice: 'funeral.death.rhythm-police',
  rhythmHealth: 'funeral.death.rhythm-health',
  rhythmHall: 'funeral.death.rhythm-hall',
  disputeDays: 'funeral.death.dispute-days',
} as const
