import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { newIdempotencyKey } from '@/api/client'
import { useApiMutation } from '@/api/query'
import { useProblemForm } from '@/shared/problemForm'

interface Creation {
  create: (idempotencyKey: string) => Promise<{ id: string }>
  /** The page of what was made. */
  pageOf: (id: string) => string
  /** The list that has one more. */
  listKey: string
  fields: readonly string[]
}

/** A form that makes one thing and then goes to its page. A repeat after a lost answer makes no second one. */
export function useCreation({ create, pageOf, listKey, fields }: Creation) {
  const router = useRouter()
  const form = useProblemForm(() => fields)
  const key = ref(newIdempotencyKey())
  const { mutateAsync } = useApiMutation(
    () => create(key.value),
    () => [[listKey]],
  )

  async function submit(): Promise<void> {
    await form.submit(async () => {
      const { id } = await mutateAsync(undefined)
      await router.replace(pageOf(id))
    })
    if (form.problem.value?.isUnreachable !== true) key.value = newIdempotencyKey()
  }

  return { ...form, submit }
}
