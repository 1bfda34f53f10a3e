import type { ChartOption } from '@/shared/ChartView.vue'
import type { AttendanceRow } from './attendance'

const COLORS = { joins: '#2e9e6b', leaves: '#d9534f', band: '#d9534f', pushes: '#4a7fb5', sales: '#d9730d' }

/** Joins above the axis, leaves below it with the band of what was expected, and marks of pushes and sales on it. */
export function attendanceOption(rows: readonly AttendanceRow[]): ChartOption {
  const dates = rows.map(({ date }) => date.slice(5))
  const marks = (valueOf: (row: AttendanceRow) => number) =>
    rows.flatMap(row => (valueOf(row) > 0 ? [[row.date.slice(5), 0, valueOf(row)]] : []))
  const band = {
    type: 'line' as const,
    stack: 'band',
    symbol: 'none',
    lineStyle: { opacity: 0 },
    silent: true,
    tooltip: { show: false },
  }
  const mark = { type: 'scatter' as const, symbolSize: 10 }
  return {
    tooltip: { trigger: 'axis' },
    legend: { top: 0, data: ['进群', '退群', '退群的正常范围', '推送', '销售'] },
    grid: { left: 40, right: 16, top: 36, bottom: 28 },
    xAxis: { type: 'category', data: dates },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      { name: '进群', type: 'bar', stack: 'attendance', color: COLORS.joins, data: rows.map(({ joins }) => joins) },
      { name: '退群', type: 'bar', stack: 'attendance', color: COLORS.leaves, data: rows.map(row => -row.leaves) },
      { ...band, name: '正常最少', data: rows.map(({ expectedLow }) => (expectedLow === null ? null : -expectedLow)) },
      {
        ...band,
        name: '退群的正常范围',
        color: COLORS.band,
        areaStyle: { color: COLORS.band, opacity: 0.15 },
        data: rows.map(({ expectedLow, expectedHigh }) =>
          expectedLow === null || expectedHigh === null ? null : expectedLow - expectedHigh,
        ),
      },
      { ...mark, name: '推送', symbol: 'triangle', color: COLORS.pushes, data: marks(({ pushes }) => pushes) },
      { ...mark, name: '销售', symbol: 'diamond', color: COLORS.sales, data: marks(({ sales }) => sales) },
    ],
  }
}
