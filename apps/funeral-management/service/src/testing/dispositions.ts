let certificates = 0

/** A tree burial as the form tells it; of `person`, or of the death that `changed` names. */
export const aDisposition = (person: object | null, changed: object = {}) => ({
  deathId: null,
  person,
  kind: 'TREE',
  remains: 'ASHES',
  disposedOn: '2025-09-25',
  place: '西山公墓树葬区',
  certificateNumber: `AZ-${String(++certificates).padStart(6, '0')}`,
  handler: '李建军',
  handlerRelation: '儿子',
  remark: '',
  ...changed,
})
