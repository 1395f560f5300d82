import { COMMON_PROBLEMS, Problem } from '@xishan/domain'

export interface FieldError {
  field: string
  message: string
}

interface ProblemDetails {
  code: string
  status: number
  title: string
  detail: string
  errors?: FieldError[] | undefined
}

/** A refusal as a person reads it. `code` is stable; `detail` is the sentence for the screen; `errors` name fields of the form. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly errors: FieldError[]

  constructor({ code, status, title, detail, errors = [] }: ProblemDetails) {
    super(detail)
    this.name = 'ApiProblem'
    this.code = code
    this.status = status
    this.title = title
    this.detail = detail
    this.errors = errors
  }

  /** Whether it is unknown if the service acted on the request: the connection broke or a gateway answered for it. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

export const unreachable = (): ApiProblem =>
  new ApiProblem({
    code: 'network',
    status: 0,
    title: '网络连接中断',
    detail: '暂时连接不上服务器，请检查网络后重试。已填写的内容仍保留在页面上。',
  })

const FALLBACK = new Map<number, keyof typeof COMMON_PROBLEMS>([
  [401, 'not-signed-in'],
  [403, 'not-permitted'],
  [404, 'not-found'],
  [413, 'file-too-large'],
  [429, 'too-many-requests'],
])

/** An answer that is not problem details comes from a gateway or a broken service: say what its status allows. */
function fromStatus(status: number): ApiProblem {
  if (status === 413) return new ApiProblem({ code: 'file-too-large', status, title: '文件过大', detail: '上传的内容过大，请压缩或拆分后再上传。' })
  const code = FALLBACK.get(status) ?? 'unavailable'
  const { title, detail } = COMMON_PROBLEMS[code]
  return new ApiProblem({ code, status, title, detail })
}

/** Reads a refused answer's body, which may be problem details or anything a gateway wrote. */
export function problemFrom(status: number, text: string): ApiProblem {
  try {
    const parsed = Problem.safeParse(JSON.parse(text))
    return parsed.success ? new ApiProblem(parsed.data) : fromStatus(status)
  } catch {
    return fromStatus(status)
  }
}

/** Any thrown thing as a problem with a sentence; a cancelled request stays what it is and is thrown on. */
export function toProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown
  if (isCancelled(thrown)) throw thrown
  return new ApiProblem({
    code: 'page-fault',
    status: -1,
    title: '页面出现异常',
    detail: '页面处理时出现异常，请刷新后重试；如反复出现，请告知信息中心。',
  })
}

export const isCancelled = (thrown: unknown): boolean => thrown instanceof DOMException && thrown.name === 'AbortError'
