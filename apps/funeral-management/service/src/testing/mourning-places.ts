import { COMMUNITY } from './office'

let built = 0

export const aMourningPlace = (changed: object = {}) => ({
  name: `凯苑社区治丧点${++built}`, divisionCode: COMMUNITY, serves: [COMMUNITY], address: '凯苑社区活动中心旁', capacity: 120, operator: '凯苑社区居委会', telephone: '0871-68181234', rules: '提前一天预约，夜间不放鞭炮', ...changed,
})
