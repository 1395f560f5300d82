import { lineTitle } from '@xishan/portal-contract'

/** Why a line gave nothing that can be used. */
export type LineFailure = 'DOWN' | 'TIMEOUT' | 'NOT_READY' | 'FAULTY' | 'REFUSED' | 'UNREADABLE' | 'MISSING' | 'NO_TOKEN'

/** What came of asking a line: a checked answer, or the reason why there is none. Never an exception, never half an answer. */
export type LineAnswer<T> = { ok: true; value: T; milliseconds: number } | { ok: false; failure: LineFailure; milliseconds: number }

const SENTENCES: Record<LineFailure, string> = {
  DOWN: '暂时无法连接',
  TIMEOUT: '未在规定时间内响应',
  NOT_READY: '正在启动或维护',
  FAULTY: '内部出现异常',
  REFUSED: '未允许查看',
  UNREADABLE: '返回的内容不符合约定，未予采用',
  MISSING: '没有所请求的内容',
  NO_TOKEN: '暂时无法取数：身份服务没有响应',
}

export const failureSentence = (line: string, failure: LineFailure): string => `${lineTitle(line)}${SENTENCES[failure]}。`
