import type { Schemas } from '@/api/client'
import { weekdayOf } from './days'

export const HOURS = 24

export interface HeatCell {
  weekday: number
  hour: number
  pushes: number
  uniqueClicks: number
  leaves: number
}

type Figures = Pick<Schemas['PushFiguresView'], 'key' | 'onTime' | 'late' | 'uniqueClicks' | 'leaves'>

/** Figures of single days, by the weekday and the hour at which the pushes were due; only hours with a sent push. */
export function heatOf(days: readonly { date: string; byHour: readonly Figures[] }[]): HeatCell[] {
  const cells = new Map<number, HeatCell>()
  for (const { date, byHour } of days) {
    const weekday = weekdayOf(date)
    for (const figures of byHour) {
      const hour = Number(figures.key)
      const sent = figures.onTime + figures.late
      if (figures.key === null || sent === 0) continue
      const place = weekday * HOURS + hour
      const cell = cells.get(place) ?? { weekday, hour, pushes: 0, uniqueClicks: 0, leaves: 0 }
      cells.set(place, {
        ...cell,
        pushes: cell.pushes + sent,
        uniqueClicks: cell.uniqueClicks + figures.uniqueClicks,
        leaves: cell.leaves + figures.leaves,
      })
    }
  }
  return [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell)
}
