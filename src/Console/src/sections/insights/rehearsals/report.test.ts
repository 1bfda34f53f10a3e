import { describe, expect, it } from 'vitest'
import {
  busiestDay, chosenOf, countVerdicts, distinct, type Entry, staffDaysOf, type StaffHour, timelineOf, tornadoOf,
} from './report'
import { bandText, differenceText, figureLabel, formatFigure } from './rehearsalWords'
import { tornadoOption } from './tornado'

const entry: Entry = {
  at: '2026-12-01T20:00:00+08:00', kind: 'Message', groupId: 'tea-1', origin: 'Push', planId: 'daily', text: '今天聊茶',
  by: null, count: 1,
}

describe('the time line', () => {
  const late = { ...entry, at: '2026-12-01T15:59:00Z', text: '晚' }
  const next = { ...entry, at: '2026-12-01T16:00:00Z', kind: 'Task' as const, groupId: 'tea-2', text: '第二天' }
  const timeline = timelineOf([next, late, entry])

  it('is in order of time, with the days of the brand', () => {
    expect(timeline.map(({ entry: { text }, day }) => [text, day])).toEqual([
      ['今天聊茶', '2026-12-01'], ['晚', '2026-12-01'], ['第二天', '2026-12-02'],
    ])
    expect(new Set(timeline.map(({ key }) => key)).size).toBe(3)
  })

  it.each([
    [{ day: '', groupId: '', kind: '' }, 3],
    [{ day: '2026-12-01', groupId: '', kind: '' }, 2],
    [{ day: '', groupId: 'tea-2', kind: '' }, 1],
    [{ day: '2026-12-01', groupId: 'tea-1', kind: 'Task' }, 0],
  ])('shows what %o chooses', (choice, count) => {
    expect(chosenOf(timeline, choice)).toHaveLength(count)
  })
})

describe('distinct', () => {
  it('keeps the first order and leaves out what is absent', () => {
    expect(distinct(['b', null, 'a', 'b'])).toEqual(['b', 'a'])
  })
})

describe('the hours of staff', () => {
  const hour: StaffHour = {
    owner: 'xiao-lin', name: '小林', hour: '2026-12-01T23:00:00+08:00', mean: 2, low: 1, high: 3,
  }
  const days = staffDaysOf([hour, { ...hour, mean: 3 }, { ...hour, hour: '2026-12-01T16:00:00Z', mean: 4 }])

  it('are added by local day, and the busiest comes first to the eye', () => {
    expect(days).toEqual([{ day: '2026-12-01', sum: 5 }, { day: '2026-12-02', sum: 4 }])
    expect(busiestDay(days)).toBe('2026-12-01')
    expect(busiestDay([])).toBe('')
  })
})

describe('the tornado', () => {
  const influence = { assumption: 'clickShare', lowValue: 0.1, highValue: 0.2, figure: 'orders', atLow: 8, atHigh: 10 }
  const wider = { ...influence, assumption: 'joins', atLow: 12, atHigh: 5 }
  const lines = tornadoOf([influence, wider, { ...influence, figure: 'clicks' }], 'orders')

  it('has the widest assumption on top', () => {
    expect(lines.map(({ assumption }) => assumption)).toEqual(['joins', 'clickShare'])
  })

  it('draws bars from the smaller to the larger result', () => {
    const { series } = tornadoOption(lines, String) as { series: { data: unknown }[] }
    expect(series.map(({ data }) => data)).toMatchObject([[0, 3], [{ value: 7 }, { value: 2 }]])
  })
})

describe('words', () => {
  it('tell money of names that end so', () => {
    expect(formatFigure('revenueMinor', 5970000)).toBe('¥59,700.00')
    expect(formatFigure('joins', 212.346)).toBe('212.35')
    expect(bandText('joins', { low: 180, high: 1240 })).toBe('180 到 1,240')
    expect(figureLabel('smiles')).toBe('smiles')
  })

  it('tell no difference that the seeds do not tell', () => {
    const difference = {
      scope: 'Campaign' as const, id: 'a', name: 'joins', this: 1, other: 3, difference: 2, low: -1, high: 5,
      isEnough: false,
    }
    expect(differenceText(difference)).toBe('差别不够大')
    expect(differenceText({ ...difference, isEnough: true })).toBe('另一份更多')
    expect(differenceText({ ...difference, isEnough: true, difference: -2 })).toBe('另一份更少')
  })

  it('count verdicts', () => {
    const counts = countVerdicts([{ verdict: 'Within' }, { verdict: 'Above' }, { verdict: 'Within' }])
    expect([counts.get('Within'), counts.get('Above'), counts.get('Below')]).toEqual([2, 1, undefined])
  })
})
