const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** `2025-09-30 10:24`, for marks on what leaves the house. */
export const shanghaiTime = (at: Date): string => SHANGHAI.format(at)
