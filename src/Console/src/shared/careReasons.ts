/** Reasons of charters, crises and feedback. */
/** Reasons of crises, feedback and violations. */
/** Reasons of crises, feedback and promises. */
export const CARE_REASONS: readonly (readonly [RegExp, string])[] = [
  [/^has a part that is not filled in: (.+?)\.*$/, '还有没写清楚的地方，请把“$1……”换成自己的话'],
  [/^the group (\S+) is dissolved\.?$/, '群 $1 已经解散'],
  [/^the group (\S+) is not part of the crisis\.?$/, '群 $1 不在这次危机里'],
  [/^there is no staff member (.+?)\.?$/, '没有员工 $1'],
  [/^must hold each id once\.?$/, '同一个群只能选一次'],
  [/^makes a message of over (\d+) bytes\.?$/, '发出去会超过 $1 字节（约 680 个汉字），请缩短'],
  [/^must not hold (\{\w+\}): only (.+) are filled in\.?$/, '没有 $1 这个空，可以用的是 $2'],
  [/^must hold (\{\w+\})\.?$/, '要写上 $1'],
  [/^must hold each staff member once\.?$/, '同一位员工只能写一次'],
  [/^must be absent: naming gives the name\.?$/, '按规律起名时不用填群名'],
  [/^must answer the appeal, not repeat the decision before\.?$/, '要针对申诉写理由，不能照抄上次裁定的'],
  [/^must be absent when the violation is dismissed\.?$/, '不算违规就不用选怎么处理'],
  [/^the group (\S+) is no delivery group\.?$/, '群 $1 不是交付群'],
  [/^must not be in the future\.?$/, '不能在现在之后'],
  [/^must be within five years\.?$/, '最多定到五年以后'],
  [/^must not be after the end of the group's charter, (.+?)\.?$/, '不能晚于群的结束时间（$1）'],
  [/^must be Open without groupId\.?$/, '选了群才能看别的状态'],
]
