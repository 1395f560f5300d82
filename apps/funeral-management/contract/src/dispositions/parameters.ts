/** Keys of dispositions. */
export const DISPOSITION_PARAMETER = {
  /** How long ashes are kept before they are buried, free of charge. */
  freeKeeping: 'funeral.disposition.free-keeping',
} as const
