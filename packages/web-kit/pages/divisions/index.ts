export { divisionsFrom, type Divisions } from './use-divisions'
