import { api, bodyOf, type Schemas } from '@/api/client'
import { readPages } from '@/api/pages'

const PAGES = 5
const MINUTE_MS = 60_000
// A guard may postpone a push within its lateness.
const LONGEST_LATENESS_MS = 24 * 60 * MINUTE_MS

/** What the rules would do with a planned push; null where the preview does not reach its group. */
export async function forecastOf(push: Schemas['PushView']): Promise<Schemas['PreviewItem'] | null> {
  const due = Date.parse(push.plannedAt)
  const query = {
    from: new Date(due - MINUTE_MS).toISOString(),
    to: new Date(due + LONGEST_LATENESS_MS).toISOString(),
  }
  const { items } = await readPages(
    continuation =>
      bodyOf(api.GET('/api/push-plans/{planId}/preview', {
        params: { path: { planId: push.planId }, query: { ...query, continuation } },
      })),
    PAGES,
  )
  return items.find(item => item.groupId === push.groupId && item.slotId === push.slotId) ?? null
}
