import type { ChartOption } from '@/shared/ChartView.vue'
import type { Influence } from './report'

const GREEN = '#2e9e6b'
const ORANGE = '#d9822b'

/** A bar for each assumption, from its smallest to its largest result, the first on top. */
export function tornadoOption(lines: readonly Influence[], format: (value: number) => string): ChartOption {
  // Stacked bars begin at zero, so the axis counts from the smallest result.
  const floor = Math.min(...lines.flatMap(({ atLow, atHigh }) => [atLow, atHigh]))
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
    tooltip: { trigger: 'item', formatter: item => told(lines[(item as { dataIndex: number }).dataIndex], format) },
    xAxis: { type: 'value', axisLabel: { formatter: value => format(value + floor), hideOverlap: true } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: lines.map(({ assumption }) => assumption),
      axisLabel: { width: 130, overflow: 'truncate' },
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        stack: 'range',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: lines.map(({ atLow, atHigh }) => Math.min(atLow, atHigh) - floor),
      },
      {
        type: 'bar',
        stack: 'range',
        barMaxWidth: 22,
        data: lines.map(({ atLow, atHigh }) => ({
          value: Math.abs(atHigh - atLow),
          itemStyle: { color: atHigh >= atLow ? GREEN : ORANGE },
        })),
      },
    ],
  }
}

function told(line: Influence | undefined, format: (value: number) => string): string {
  if (line === undefined) return ''
  return `${line.assumption}\n取 ${line.lowValue}：${format(line.atLow)}\n取 ${line.highValue}：${format(line.atHigh)}`
}
