import type { EventType } from '@xishan/domain'
import type { ServiceHealth } from '@xishan/portal-contract'

export const STATE_WORDS: Record<ServiceHealth['state'], string> = {
  READY: '正常',
  NOT_READY: '未就绪',
  FAULTY: '异常',
  TIMEOUT: '超时',
  DOWN: '无法连接',
  UNREADABLE: '返回有误',
}

const EVENT_WORDS: Record<EventType, string> = {
  'subsistence-allowance.confirmed': '低保审核确认',
  'subsistence-allowance.stopped': '低保停发',
  'person.died': '人员死亡',
  'person.death-revoked': '死亡信息撤销',
  'person.died-unidentified': '无证件死亡信息',
  'person.death-disputed': '死亡日期不一致',
  'death-list.received': '收到死亡名单',
  'clock.advanced': '业务日期推进',
}

/** What a message says, in words; one of a newer version stands by its own name. */
export const eventWords = (type: string): string => Object.entries(EVENT_WORDS).find(([known]) => known === type)?.[1] ?? type
