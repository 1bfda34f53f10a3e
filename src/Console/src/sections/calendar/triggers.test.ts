import { expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { latenessText, triggerText } from './triggers'

const unset = {
  type: null, day: null, time: null, instant: null, cron: null, rrule: null, lunar: null, until: null,
  campaignId: null, conversionId: null, to: null, days: null,
}

it.each<[Partial<Schemas['PushTriggerBody']>, string]>([
  [{ type: 'DayOffset', day: 3, time: '20:00' }, '群开放第 3 天 20:00'],
  [{ type: 'Cohort', day: 7, time: '12:15' }, '成员进群第 7 天 12:15'],
  [{ type: 'Recurring', cron: '5 9 * * 1', until: '2026-12-31' }, '每周一 09:05，到 2026-12-31 为止'],
  [{ type: 'Recurring', lunar: { month: 8, day: 15, leapMonth: false }, time: '18:00' }, '农历每年8月15日 18:00'],
  [{ type: 'Recurring', rrule: 'FREQ=DAILY', time: '10:00' }, '按规则「FREQ=DAILY」 10:00'],
  [{ type: 'Relative', conversionId: 'tea', to: 'linkAt', days: -1, time: '20:00' }, '转化 tea 放链接前 1 天 20:00'],
  [{ type: 'Relative', campaignId: 'spring', to: 'closesAt', days: 0, time: '20:00' }, '活动 spring 结束当天 20:00'],
])('%j is told in words', (at, expected) => expect(triggerText({ ...unset, ...at })).toBe(expected))

it('tells a lateness in words', () => {
  expect(latenessText('PT2H')).toBe('2 小时')
  expect(latenessText('PT1H30M')).toBe('1 小时 30 分钟')
  expect(latenessText(null)).toBeNull()
})
