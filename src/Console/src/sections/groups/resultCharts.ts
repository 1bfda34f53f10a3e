import type { Schemas } from '@/api/client'
import type { ChartOption } from '@/shared/ChartView.vue'

type Figures = Schemas['PushFiguresView']

// A type, not an interface: rows of charts are records of cells.
export type ResultRow = {
  name: string
  planned: number
  onTime: number
  late: number
  missed: number
  failed: number
  skipped: number
  uniqueClicks: number
  leaves: number
}

const outcomes = [
  { key: 'onTime', label: '按时', color: '#2e9e6b' },
  { key: 'late', label: '迟到', color: '#e6a23c' },
  { key: 'missed', label: '错过', color: '#d9534f' },
  { key: 'failed', label: '失败', color: '#8e2f2f' },
  { key: 'skipped', label: '跳过', color: '#9aa0a6' },
] as const

export const figureColumns = [
  { key: 'name', label: '内容' },
  { key: 'planned', label: '计划' },
  ...outcomes.map(({ key, label }) => ({ key, label })),
  { key: 'uniqueClicks', label: '点击人数' },
  { key: 'leaves', label: '退群' },
]

export const hourColumns = [
  { key: 'name', label: '时段' },
  { key: 'planned', label: '计划' },
  { key: 'uniqueClicks', label: '点击人数' },
  { key: 'leaves', label: '退群' },
]

export function rowsOf(figures: readonly Figures[], label: (key: string | null) => string): ResultRow[] {
  return figures.map(({ key, planned, onTime, late, missed, failed, skipped, uniqueClicks, leaves }) => ({
    name: label(key),
    planned,
    onTime,
    late,
    missed,
    failed,
    skipped: Object.values(skipped).reduce((sum, count) => sum + count, 0),
    uniqueClicks,
    leaves,
  }))
}

const frame: ChartOption = {
  tooltip: { trigger: 'axis' },
  legend: { top: 0, type: 'scroll' },
  grid: { left: 40, right: 16, top: 36, bottom: 28 },
  yAxis: { type: 'value', minInterval: 1 },
}

export function barOption(rows: readonly ResultRow[]): ChartOption {
  return {
    ...frame,
    xAxis: { type: 'category', data: rows.map(row => row.name) },
    series: outcomes.map(({ key, label, color }) => ({
      name: label,
      type: 'bar',
      stack: 'outcome',
      barMaxWidth: 48,
      itemStyle: { color },
      data: rows.map(row => row[key]),
    })),
  }
}

export function hourOption(rows: readonly ResultRow[]): ChartOption {
  return {
    ...frame,
    xAxis: { type: 'category', data: rows.map(row => row.name) },
    series: [
      bar('点击人数', '#4a7fb5', rows.map(row => row.uniqueClicks)),
      bar('退群', '#d9534f', rows.map(row => row.leaves)),
    ],
  }
}

function bar(name: string, color: string, data: number[]) {
  return { name, type: 'bar' as const, barMaxWidth: 32, itemStyle: { color }, data }
}
