import type { Schemas } from '@/api/client'
import type { ChartOption } from '@/shared/ChartView.vue'
import { formatShare } from '@/shared/format'

const POINT = '#2f9e6e'
const INTERVAL = 'rgba(47, 158, 110, 0.35)'

/** A point for the rate of each text, and a bar from the low to the high end of its interval. */
export function rateOption(variants: readonly Schemas['VariantView'][]): ChartOption {
  return {
    grid: { left: 8, right: 24, top: 8, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'none' }, formatter: point => textOf(variants, point) },
    xAxis: { type: 'value', min: 0, axisLabel: { formatter: formatShare } },
    yAxis: { type: 'category', inverse: true, data: variants.map(({ variant }) => `第 ${variant} 种`) },
    series: [
      {
        type: 'bar',
        stack: 'interval',
        silent: true,
        barWidth: 10,
        itemStyle: { color: 'transparent' },
        data: variants.map(({ low }) => low ?? 0),
      },
      {
        type: 'bar',
        stack: 'interval',
        barWidth: 10,
        itemStyle: { color: INTERVAL, borderRadius: 5 },
        data: variants.map(({ low, high }) => (low === null || high === null ? 0 : high - low)),
      },
      {
        type: 'scatter',
        color: POINT,
        symbolSize: 14,
        z: 5,
        data: variants.map(({ clickRate }) => clickRate ?? 0),
      },
    ],
  }
}

function textOf(variants: readonly Schemas['VariantView'][], point: unknown): string {
  const [first] = point as { dataIndex: number }[]
  const found = variants[first?.dataIndex ?? -1]
  if (found === undefined) return ''
  const { variant, clickRate, low, high } = found
  const interval = low === null || high === null ? '' : `（${formatShare(low)} – ${formatShare(high)}）`
  return `第 ${variant} 种：${formatShare(clickRate)}${interval}`
}
