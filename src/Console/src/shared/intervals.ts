import type { ChartOption } from './ChartView.vue'

/** A figure with what it may be as well. */
export interface Estimate {
  label: string
  value: number | null
  low: number
  high: number
}

interface Settings {
  /** The text of a figure on the axis and in tooltips. */
  format: (value: number) => string
  /** What the points and lines are, such as `差` and `95% 区间`. */
  valueName: string
  intervalName: string
  /** Another figure of each line, such as the one that was counted. */
  other?: { name: string; values: readonly (number | null)[] }
  color?: string
}

const GREEN = '#2e9e6b'
const ORANGE = '#d9822b'

/** Lines from low to high with a point at the figure, one row for each, the first on top. */
export function intervalOption(estimates: readonly Estimate[], settings: Settings): ChartOption {
  const { format, valueName, intervalName, other, color = GREEN } = settings
  const points = (values: readonly (number | null)[]) =>
    values.flatMap((value, row) => (value === null ? [] : [[value, row] as [number, number]]))
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, data: [valueName, ...(other === undefined ? [] : [other.name])] },
    tooltip: { trigger: 'item' },
    xAxis: { type: 'value', axisLabel: { formatter: format, hideOverlap: true } },
    yAxis: { type: 'category', inverse: true, data: estimates.map(({ label }) => label), axisTick: { show: false } },
    series: [
      {
        name: intervalName,
        type: 'line',
        // A gap after each interval keeps it apart from the next one.
        data: estimates.flatMap(({ low, high }, row) => [[low, row], [high, row], ['-', '-']]),
        symbol: 'rect',
        symbolSize: [2, 12],
        showAllSymbol: true,
        color,
        lineStyle: { width: 3, opacity: 0.55 },
        tooltip: { formatter: item => intervalText(item, intervalName, estimates, format) },
      },
      {
        name: valueName,
        type: 'scatter',
        data: points(estimates.map(({ value }) => value)),
        symbolSize: 11,
        color,
        tooltip: { formatter: item => told(item, valueName, estimates, format) },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { type: 'dashed', color: '#8a8f96' },
          data: [{ xAxis: 0 }],
        },
      },
      ...(other === undefined
        ? []
        : [
            {
              name: other.name,
              type: 'scatter' as const,
              data: points(other.values),
              symbol: 'diamond',
              symbolSize: 13,
              color: ORANGE,
              tooltip: { formatter: (item: unknown) => told(item, other.name, estimates, format) },
            },
          ]),
    ],
  }
}

function intervalText(
  item: unknown,
  name: string,
  estimates: readonly Estimate[],
  format: (value: number) => string,
): string {
  const { value } = item as { value: [number, number] }
  const estimate = estimates[value[1]]
  return estimate === undefined ? '' : `${estimate.label}\n${name} ${format(estimate.low)} 到 ${format(estimate.high)}`
}

function told(
  item: unknown,
  name: string,
  estimates: readonly Estimate[],
  format: (value: number) => string,
): string {
  const { value } = item as { value: [number, number] }
  return `${estimates[value[1]]?.label ?? ''}\n${name} ${format(value[0])}`
}
