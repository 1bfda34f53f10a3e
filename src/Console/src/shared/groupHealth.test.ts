import { expect, it } from 'vitest'
import { figuresOf, type GroupHealth, sortHealth, stateOf } from './groupHealth'

const health: GroupHealth = {
  groupId: 'tea-1', state: 'Quiet', reasons: [], advice: [], leaveRate: { seen: 0.02, low: 0, high: 0.05 },
  promotionShare: 0.25, silentDays: 3, activity: 0.8, unanswered: 1, day: '2026-12-10', dyingSince: null,
}

it('groups that need help come first', () => {
  const states = ['Healthy', 'Quiet', 'Dying', 'Flooded'] as const
  expect(sortHealth(states.map(state => ({ ...health, state }))).map(({ state }) => state)).toEqual([
    'Dying', 'Flooded', 'Quiet', 'Healthy',
  ])
})

it('figures tell the expected range of leaves', () => {
  expect(figuresOf(health).map(({ value }) => value)).toEqual(['2.0%', '3 天', '80.0%', '25.0%', '1 条'])
  expect(figuresOf(health)[0]?.note).toBe('按以往 0.0% 到 5.0%')
})

it('figures that are not known are a dash', () => {
  const figures = figuresOf({
    ...health, leaveRate: { seen: 0, low: null, high: null }, promotionShare: null, silentDays: null, activity: null,
  })
  expect(figures.map(({ value }) => value)).toEqual(['0.0%', '—', '—', '—', '1 条'])
  expect(figures[0]?.note).toContain('没有以往可比')
})

it('a state of the address is one of the API', () => {
  expect(stateOf('Dying')).toBe('Dying')
  expect(stateOf('toString')).toBeUndefined()
  expect(stateOf('')).toBeUndefined()
})
