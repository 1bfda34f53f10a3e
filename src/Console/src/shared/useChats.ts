import { computed, type MaybeRefOrGetter } from 'vue'
import { api, bodyOf } from '@/api/client'
import { readPages } from '@/api/pages'
import { useApiQuery } from '@/api/query'
import { useStaff } from './useStaff'

const PAGE = 200

/** The chats of WeCom that the app knows: the first two thousand. */
export function useChats(enabled: MaybeRefOrGetter<boolean>) {
  const query = useApiQuery(
    ['channel', 'chats'],
    () =>
      readPages(continuation =>
        bodyOf(api.GET('/api/channel/chats', { params: { query: { top: PAGE, continuation } } })),
      ),
    { enabled },
  )
  const { staff } = useStaff()
  const owners = computed(() => new Map(staff.value.map(member => [member.weComUserId, member.name])))
  return {
    ...query,
    chats: computed(() => query.data.value?.items ?? []),
    isPartial: computed(() => query.data.value?.isPartial ?? false),
    /** The name of the staff member with that user id of WeCom, or the id. */
    ownerNameOf: (userId: string) => owners.value.get(userId) ?? userId,
  }
}
