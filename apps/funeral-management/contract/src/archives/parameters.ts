/** Keys of the digitising of archives. */
export const ARCHIVE_PARAMETER = {
  /** From how many days before its date a holding that is not done is somebody's task. */
  remindDays: 'registration.archive.remind-days',
} as const
