import type { Schemas } from '@/api/client'
import type { ConflictKind } from '@/api/conflicts'
import type { ApiProblem } from '@/api/problem'

type Role = Schemas['OperatorRole']

interface RoleWords {
  title: string
  may: string
}

const roles: Readonly<Record<Role, RoleWords>> = {
  Administrator: { title: '管理员', may: '什么都能做，包括操作员、审计、异常消息和订单导入。' },
  Operator: { title: '运营', may: '日常运营都能做；看不到操作员、审计和异常消息。' },
  Viewer: { title: '只看', may: '只能看，不能改；看不到成员的 unionId、地址和消息正文。' },
}

/** The roles, the largest first. */
export const roleNames: readonly Role[] = ['Administrator', 'Operator', 'Viewer']

export function roleWords(role: Role): RoleWords {
  return roles[role]
}

const refusals: Readonly<Partial<Record<ConflictKind, string>>> = {
  AlreadyExists: '已有操作员叫这个名字，或用这个编号，请换一个：审计按名字区分人。',
  LimitReached: '操作员已满 200 位，请先移除不用的。',
}

/** A refusal in words that fit operators; undefined leaves the general ones. */
export function refusalOf(problem: Pick<ApiProblem, 'kind'>): string | undefined {
  return problem.kind === null ? undefined : refusals[problem.kind]
}
