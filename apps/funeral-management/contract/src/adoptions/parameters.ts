/** Keys of the assessment of adoptions. */
export const ADOPTION_PARAMETER = {
  assessment: 'registration.adoption.assessment',
  /** From which share of the term the light is yellow. */
  warnAt: 'registration.adoption.warn-at',
  review: 'registration.adoption.review',
  notice: 'registration.adoption.notice',
} as const
