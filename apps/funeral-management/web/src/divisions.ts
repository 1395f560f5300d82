import { divisionsFrom } from '@xishan/web-kit/pages/divisions'
import { api } from './api'

export const useDivisions = divisionsFrom(() => api.publicDivisions({}))
