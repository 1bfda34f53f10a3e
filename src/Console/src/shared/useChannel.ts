import { computed } from 'vue'
import { api, bodyOf } from '@/api/client'
import { useApiQuery } from '@/api/query'

const MINUTES_5 = 300_000

/** The channel, which changes only with a start of the app. */
export function useChannel() {
  const { data } = useApiQuery(
    ['channel', 'capabilities'],
    () => bodyOf(api.GET('/api/channel/capabilities')),
    { refresh: MINUTES_5 },
  )
  /** True where groups are bound to chats of WeCom; undefined until it is known. */
  const hasChats = computed(() => (data.value === undefined ? undefined : data.value.channel === 'WeCom'))
  return { hasChats }
}
