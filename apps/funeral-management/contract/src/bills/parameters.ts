/** Keys of free basic services and of satisfaction. How long ashes are kept free stands with the dispositions. */
export const SERVICE_PARAMETER = {
  /** For whom basic items are free, by the labels of the classes. */
  freeClasses: 'funeral.service.free-classes',
  freeForResidents: 'funeral.service.free-for-residents',
  collectionTimes: 'funeral.service.free-collection',
  storageDays: 'funeral.service.free-storage',
  cremations: 'funeral.service.free-cremation',
  collectionCap: 'funeral.service.cap-collection',
  storageCap: 'funeral.service.cap-storage',
  cremationCap: 'funeral.service.cap-cremation',
  keepingCap: 'funeral.service.cap-keeping',
} as const
