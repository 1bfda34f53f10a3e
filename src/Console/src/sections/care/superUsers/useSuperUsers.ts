import { api, bodyOf, type Schemas } from '@/api/client'
import { useApiMutation } from '@/api/query'
import { type CriteriaDraft, toRequest } from './criteria'

const changedKeys = () => [['super-users'], ['tasks']]

/** What an operator does about the super users of a group. The API fills in who is signed in. */
export function useSuperUserCommands(groupId: () => string) {
  const publish = useApiMutation(
    (draft: CriteriaDraft) => bodyOf(api.PUT('/api/super-users/criteria', { body: toRequest(groupId(), draft) })),
    changedKeys,
  )
  const invite = useApiMutation(
    (memberId: string) =>
      bodyOf(
        api.POST('/api/super-users/{memberId}/invite', {
          params: { path: { memberId } },
          body: { groupId: groupId() } as Schemas['InviteSuperUserRequest'],
        }),
      ),
    changedKeys,
  )
  const decide = useApiMutation(
    ({ memberId, ...decision }: { memberId: string; decision: Schemas['SuperUserDecision']; reason: string }) =>
      bodyOf(
        api.POST('/api/super-users/{memberId}/decide', {
          params: { path: { memberId } },
          body: { groupId: groupId(), ...decision } as Schemas['DecideSuperUserRequest'],
        }),
      ),
    changedKeys,
  )
  return { publish, invite, decide }
}
