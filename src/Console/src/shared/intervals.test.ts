import { describe, expect, it } from 'vitest'
import { intervalOption } from './intervals'

const settings = { format: String, valueName: '差', intervalName: '95% 区间' }
const estimates = [
  { label: '甲', value: 0.02, low: -0.01, high: 0.05 },
  { label: '乙', value: null, low: 0, high: 0.1 },
]

function seriesOf(settled: Parameters<typeof intervalOption>[1]) {
  const { series } = intervalOption(estimates, settled)
  return series as { name: string; data: unknown[] }[]
}

describe('a chart of intervals', () => {
  it('draws each interval apart from the next one', () => {
    const [intervals] = seriesOf(settings)
    expect(intervals?.data.slice(0, 3)).toEqual([[-0.01, 0], [0.05, 0], ['-', '-']])
    expect(intervals?.data).toHaveLength(6)
  })

  it('draws no point where there is no figure, and keeps the row of the others', () => {
    const [, figures, counted] = seriesOf({ ...settings, other: { name: '实际', values: [null, 3] } })
    expect(figures?.data).toEqual([[0.02, 0]])
    expect(counted?.data).toEqual([[3, 1]])
  })
})
