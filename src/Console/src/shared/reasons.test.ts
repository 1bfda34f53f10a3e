import { expect, it } from 'vitest'
import { translateReason } from './reasons'

it.each([
  ['is missing.', '必填'],
  ['must not be null: the field is required.', '必填'],
  ['must be 1 to 500.', '应在 1 到 500 之间'],
  ['must be 3 to 40 of a-z, 0-9 and -.', '3 到 40 个字符，只能用小写字母、数字和 -'],
  ['must have 1 to 10 items.', '应有 1 到 10 项'],
  ['must be at most 60 characters.', '最多 60 个字'],
  ['must be 1 to 40 of a-z, 0-9 and -.', '1 到 40 个字符，只能用小写字母、数字和 -'],
  ['cannot say {foo}; it can say {group}, {date}.', '不能用 {foo}，只能用 {group}, {date}'],
  [
    '“集赞”: 诱导集赞, 以奖励诱导集赞. Whoever may break the rule says so in acknowledgement.',
    '“集赞”可能违反平台规则（诱导集赞：以奖励诱导集赞）；改掉，或写明谁负责',
  ],
  ['must be after from.', '要晚于 from'],
  ['must be community-rehearsal.', '文件的种类应是 community-rehearsal'],
  ['is 2; this app reads version 1.', '文件是第 2 版，这里只认第 1 版'],
  ["lacks 'low', 'high'.", "缺少 'low', 'high'"],
  ['has a part that is not filled in: （写清楚...', '还有没写清楚的地方，请把“（写清楚……”换成自己的话'],
  ['there is no group tea-9.', '没有 tea-9'],
  ['the group tea-1 is dissolved.', '群 tea-1 已经解散'],
  ['the group tea-1 is not part of the crisis.', '群 tea-1 不在这次危机里'],
  ['there is no staff member xiao-lin.', '没有员工 xiao-lin'],
  ['must hold each id once.', '同一个群只能选一次'],
  ['makes a message of over 2048 bytes', '发出去会超过 2048 字节（约 680 个汉字），请缩短'],
  ['is something new.', 'is something new.'],
])('%s is told as %s', (reason, expected) => expect(translateReason(reason)).toBe(expected))
