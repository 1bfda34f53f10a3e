import type { Schemas } from '@/api/client'

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

const refusals: readonly (readonly [RegExp, string])[] = [
  [/last administrator/, '这是最后一位管理员：请先把另一位操作员设为管理员。'],
  [/another operator has this name/, '已有操作员叫这个名字，请换一个：审计按名字区分人。'],
  [/operators already/, '操作员已满 200 位，请先移除不用的。'],
  [/another operator/, '这个编号已有人用，请换一个。'],
]

/** A refusal of the API in Chinese, where it is known; undefined leaves it as it is told. */
export function refusalOf(detail: string): string | undefined {
  return refusals.find(([pattern]) => pattern.test(detail))?.[1]
}
