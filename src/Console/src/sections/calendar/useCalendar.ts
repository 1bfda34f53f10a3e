import { computed, type Ref } from 'vue'
import { api, bodyOf, type Schemas } from '@/api/client'
import { readPages } from '@/api/pages'
import { queryClient, useApiQuery } from '@/api/query'
import { brandInstant } from '@/shared/format'
import { entriesOf, type GroupPeriod } from './entries'
import { endOf, type Period, rangesOf } from './period'

const PAGE = 200
const MINUTE_MS = 60_000

type Group = Schemas['GroupView']

/** All plans of the brand; it has at most 200. */
export function usePlans() {
  const query = useApiQuery(['push-plans', 'all'], () =>
    readPages(continuation => bodyOf(api.GET('/api/push-plans', { params: { query: { top: PAGE, continuation } } }))),
  )
  return { ...query, plans: computed(() => query.data.value?.items ?? []) }
}

/** The calendar of the chosen groups, with the stored pushes and the items that it names. */
export function useCalendar(groups: Ref<readonly Group[]>, period: Ref<Period>) {
  const { plans } = usePlans()
  const query = useApiQuery(
    () => ['calendar', groups.value.map(({ id }) => id), period.value],
    () => Promise.all(groups.value.map(group => readGroup(group, period.value))),
    { enabled: () => groups.value.length > 0 },
  )
  const periods = computed(() => query.data.value ?? [])
  const contents = useContents(() => namedContents(periods.value, plans.value))
  const entries = computed(() => entriesOf(periods.value, plans.value, contents.value))
  return { ...query, plans, contents, entries }
}

async function readGroup(group: Group, period: Period): Promise<GroupPeriod> {
  const path = { groupId: group.id }
  const [calendars, pushes] = await Promise.all([
    Promise.all(
      rangesOf(period).map(range =>
        bodyOf(api.GET('/api/groups/{groupId}/calendar', { params: { path, query: range } })),
      ),
    ),
    readPages(continuation =>
      bodyOf(api.GET('/api/pushes', {
        params: {
          query: {
            groupId: group.id,
            from: brandInstant(period.from),
            to: endOf(period.to),
            top: PAGE,
            continuation,
          },
        },
      })),
    ),
  ])
  return { group, items: calendars.flatMap(({ items }) => items), pushes: pushes.items }
}

// A push without an item is named by its slot.
function namedContents(periods: readonly GroupPeriod[], plans: readonly Schemas['PushPlanView'][]): string[] {
  const slots = new Set(plans.flatMap(plan => plan.slots.map(({ id }) => id)))
  const items = periods.flatMap(period => period.items)
  const names = items.filter(({ kind }) => kind === 'Push').map(({ what }) => what)
  return [...new Set(names)].filter(name => !slots.has(name)).sort()
}

/** Items of the library by id; an unknown id is left out. */
export function useContents(ids: () => readonly string[]) {
  const { data } = useApiQuery(
    () => ['content', 'named', ids()],
    async () => {
      const items = await Promise.all(ids().map(readContent))
      return items.filter(item => item !== null)
    },
    { enabled: () => ids().length > 0, refresh: MINUTE_MS },
  )
  return computed(() => new Map((data.value ?? []).map(item => [item.id, item])))
}

async function readContent(contentId: string): Promise<Schemas['ContentView'] | null> {
  try {
    return await queryClient.fetchQuery({
      queryKey: ['content', 'item', contentId],
      queryFn: () => bodyOf(api.GET('/api/content/{contentId}', { params: { path: { contentId } } })),
      staleTime: MINUTE_MS,
    })
  } catch {
    return null // Not an item but a slot, or gone.
  }
}
