/** Keys of the checks of registration quality. */
export const QUALITY_PARAMETER = {
  share: 'registration.sample.share',
  least: 'registration.sample.least',
} as const
