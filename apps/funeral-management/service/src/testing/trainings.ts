export const aTraining = (changed: object = {}) => ({ kind: 'FUNERAL', title: '遗体接运规范和职业道德', heldOn: '2025-09-10', hours: 8, organiser: '昆明市殡葬协会', place: '区民政局会议室', note: '', ...changed })

export const aTrainee = (name: string, changed: object = {}) => ({ name, workUnit: '西郊殡仪馆', certificateNumber: '', result: 'PASSED', ...changed })
