import type { ChartOption } from '@/shared/ChartView.vue'

interface Heat {
  columns: readonly string[]
  rows: readonly string[]
  /** Column, row and value of each square. */
  cells: readonly (readonly [number, number, number])[]
  tooltip: (column: number, row: number, value: number) => string
}

/** Squares that are darker for larger values; the first row is on top. */
export function heatOption({ columns, rows, cells, tooltip }: Heat): ChartOption {
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 8, bottom: 60, containLabel: true },
    tooltip: {
      trigger: 'item',
      formatter: item => {
        const [column = 0, row = 0, value = 0] = (item as { value: unknown }).value as number[]
        return tooltip(column, row, value)
      },
    },
    xAxis: { type: 'category', data: [...columns], axisTick: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...rows],
      axisTick: { show: false },
      axisLabel: { width: 96, overflow: 'truncate' },
    },
    visualMap: {
      min: 0,
      max: Math.max(1, ...cells.map(([, , value]) => value)),
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      calculable: true,
      inRange: { color: ['#2e9e6b', '#2e9e6b'], colorAlpha: [0.15, 1] },
    },
    series: [{ type: 'heatmap', itemStyle: { borderRadius: 3 }, data: cells.map(cell => [...cell]) }],
  }
}
