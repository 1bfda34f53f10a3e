import { conflictTitle, type ConflictKind } from './conflicts'
import type { components } from './schema'

export type Problem = Partial<components['schemas']['ValidationProblem'] & components['schemas']['ConflictProblem']>

/** A refusal by the API (RFC 9457), or no answer at all (status 0). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  /** What happened, in Chinese where it is known; also the `message`. */
  readonly title: string
  /** The words of the API, in English. */
  readonly detail: string
  /** What a conflict (409) is about. */
  readonly kind: ConflictKind | null
  /** The reasons by field, such as `charter.endsAt`. */
  readonly errors: Readonly<Record<string, readonly string[]>>

  constructor(
    readonly status: number,
    problem: Problem = {},
  ) {
    const title = conflictTitle(problem.kind) ?? TITLES[status] ?? problem.title ?? `HTTP ${status}`
    super(title)
    this.title = title
    this.kind = problem.kind ?? null
    this.detail = problem.detail ?? ''
    this.errors = problem.errors ?? {}
  }

  get isStale(): boolean {
    return this.status === 412
  }

  get isUnreachable(): boolean {
    return this.status === 0
  }
}

const TITLES: Readonly<Record<number, string>> = {
  0: '连不上服务器，请检查网络',
  400: '有内容需要修改',
  401: '请先登录',
  403: '您的角色不能这样做',
  404: '没有找到',
  409: '与现有内容冲突',
  410: '已经结束',
  412: '有人刚改过',
  413: '内容太大',
  429: '请求太多，请稍后再试',
  500: '服务器出错了，请稍后再试',
  503: '服务暂时不可用，请稍后再试',
}

export async function readProblem(response: Response): Promise<ApiProblem> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
  return new ApiProblem(response.status, isProblem ? ((await response.json()) as Problem) : {})
}

export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  return new ApiProblem(0, { detail: error instanceof Error ? error.message : String(error) })
}
