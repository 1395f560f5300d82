import { IdParams, Saved, type ContractPart } from '@xishan/domain'
import { CancelTraining, ChangeTraining, KeepTrainees, TrainingDetail, TrainingFigures, TrainingInput, TrainingKindParams, TrainingPage, TrainingQuery } from './training'

export const trainings = {
  permissions: {
    viewTrainings: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
    keepTrainings: ['BU_CLERK'],
  },
  problems: {
    'training-in-future': { status: 422, title: '培训日期有误', detail: '培训日期不能晚于业务日期 {today}，请在培训结束后登记。' },
    'training-cancelled': { status: 409, title: '该培训已作废', detail: '该培训记录已作废，不能再修改。请另行登记。' },
  },
  routes: {
    findTrainings: { method: 'GET', path: '/trainings/kinds/:kind', summary: '培训列表', may: 'viewTrainings', params: TrainingKindParams, query: TrainingQuery, answer: TrainingPage },
    trainingFigures: { method: 'GET', path: '/trainings/kinds/:kind/figures', summary: '各年度培训情况', may: 'viewTrainings', params: TrainingKindParams, answer: TrainingFigures },
    getTraining: { method: 'GET', path: '/trainings/:id', summary: '培训记录', may: 'viewTrainings', params: IdParams, answer: TrainingDetail },
    addTraining: { method: 'POST', path: '/trainings', summary: '登记培训', may: 'keepTrainings', body: TrainingInput, answer: Saved },
    changeTraining: { method: 'PUT', path: '/trainings/:id', summary: '修改培训', may: 'keepTrainings', params: IdParams, body: ChangeTraining, answer: Saved },
    keepTrainees: { method: 'PUT', path: '/trainings/:id/trainees', summary: '登记参训人员', may: 'keepTrainings', params: IdParams, body: KeepTrainees, answer: Saved },
    cancelTraining: { method: 'POST', path: '/trainings/:id/cancel', summary: '作废培训记录', may: 'keepTrainings', params: IdParams, body: CancelTraining, answer: Saved },
  },
} as const satisfies ContractPart
