import { api, bodyOf, type Schemas } from '@/api/client'
import { useApiMutation } from '@/api/query'

const changedKeys = () => [['feedback'], ['tasks']]

interface Change<Body> {
  id: string
  body: Body
}

/** What an operator does with feedback. The API fills in who is signed in. */
export function useFeedbackCommands() {
  const create = useApiMutation(
    ({ key, body }: { key: string; body: Schemas['CreateFeedbackRequest'] }) =>
      bodyOf(api.POST('/api/feedback', { params: { header: { 'Idempotency-Key': key } }, body })),
    changedKeys,
  )
  const answer = useApiMutation(
    ({ id, body }: Change<Schemas['AnswerFeedbackRequest']>) =>
      bodyOf(api.POST('/api/feedback/{feedbackId}/answer', { params: { path: { feedbackId: id } }, body })),
    changedKeys,
  )
  const close = useApiMutation(
    ({ id, body }: Change<Schemas['CloseFeedbackRequest']>) =>
      bodyOf(api.POST('/api/feedback/{feedbackId}/close', { params: { path: { feedbackId: id } }, body })),
    changedKeys,
  )
  return { create, answer, close }
}
