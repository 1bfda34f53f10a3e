import type { components } from './schema'

export type ConflictKind = components['schemas']['ConflictKind']

/** What a conflict (409) of each kind means to operators. */
export const conflictTitles: Readonly<Record<ConflictKind, string>> = {
  State: '现在的状态不允许这样做，请刷新看看最新的情况',
  Ended: '已经结束了，不能再改',
  AlreadyDone: '已经做过或发出去了，不能再改',
  AlreadyExists: '已经有了：编号、名字或这次提交和别的重复，请换一个',
  TooEarly: '还没到时候，请等前面的一步完成',
  InUse: '已经被别的计划或活动占用了',
  OtherPersonNeeded: '要换一个人来做：写内容的人不能自己审核',
  LimitReached: '数量已经到上限了',
  NothingToDecide: '没有需要决定的：没有疑问，或者不是受邀的人',
  LastAdministrator: '这是最后一位管理员：请先把另一位操作员设为管理员',
  Incomplete: '缺了要用到的内容，请补上再试',
}

/** The title of a conflict; undefined for a kind that this version of the console does not know. */
export function conflictTitle(kind: string | undefined): string | undefined {
  return kind !== undefined && Object.hasOwn(conflictTitles, kind) ? conflictTitles[kind as ConflictKind] : undefined
}
