const HOUR_MS = 3_600_000

/** The instants at which a run stops shortly, an hour apart, so that it can be watched and halted; the last is `to`. */
export function stepsTo(from: Date, to: Date): Date[] {
  const hours = Math.max(0, Math.ceil((to.getTime() - from.getTime()) / HOUR_MS))
  return Array.from({ length: hours }, (_, n) => new Date(Math.min(from.getTime() + (n + 1) * HOUR_MS, to.getTime())))
}
