import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useNow } from '@/api/clock'
import { brandDate } from '@/shared/format'
import { queryText } from '@/shared/useQueryText'
import { type CalendarView, isDate } from './period'

/** What the address says: `?view=week&date=2026-12-01&groupIds=a,b&planId=p&push=id`. */
export function useCalendarQuery() {
  const route = useRoute()
  const router = useRouter()
  const { now } = useNow()
  const today = computed(() => brandDate(now.value))

  const view = computed<CalendarView>(() => (route.query.view === 'month' ? 'month' : 'week'))
  const date = computed(() => (isDate(route.query.date) ? route.query.date : today.value))
  /** Empty for the first few groups. */
  const groupIds = computed(() => queryText(route, 'groupIds').split(',').filter(id => id !== ''))
  const planId = computed(() => queryText(route, 'planId'))
  const pushId = computed(() => queryText(route, 'push'))

  /** An empty text takes the part out of the address. */
  function change(parts: Record<string, string>, isStep = true): void {
    const query = { ...route.query, ...parts }
    const kept = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
    void router[isStep ? 'push' : 'replace']({ query: kept })
  }

  return { view, date, today, groupIds, planId, pushId, change }
}
