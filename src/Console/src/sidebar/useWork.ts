import { shallowRef, ref } from 'vue'
import { api, bodyOf, connectClient, type Schemas } from '@/api/client'
import { ApiProblem, toProblem } from '@/api/problem'
import { connect, currentChat, isInClient } from './sdk'

/** Who is signed in, where the page is open, and what is to be done there. */
export function useWork() {
  const session = shallowRef<Schemas['SidebarSessionView'] | null>(null)
  const chatId = ref<string | null>(null)
  /** The group of the chat; null outside of a chat, and for one that is not the person's. */
  const group = shallowRef<Schemas['SidebarGroupView'] | null>(null)
  const work = shallowRef<Schemas['SidebarWorkView'] | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  const sdkFailed = ref(false)
  const isReading = ref(false)
  let isConnected = false

  async function findChat(): Promise<string | null> {
    if (!isInClient()) return null
    try {
      if (!isConnected) await connect()
      isConnected = true
      sdkFailed.value = false
      return await currentChat()
    } catch {
      sdkFailed.value = true
      return null
    }
  }

  /** Reads everything; a failure leaves what is shown. */
  async function read(): Promise<void> {
    if (isReading.value) return
    isReading.value = true
    try {
      session.value = await bodyOf(api.GET('/sidebar/session'))
      chatId.value = await findChat()
      group.value = chatId.value === null ? null : await readGroup(chatId.value)
      work.value = group.value === null ? await bodyOf(api.GET('/sidebar/work')) : null
      problem.value = null
    } catch (error) {
      problem.value = toProblem(error)
    }
    isReading.value = false
  }

  connectClient({ csrfToken: () => session.value?.csrfToken ?? null, signedOut: () => undefined })
  return { session, chatId, group, work, problem, sdkFailed, isReading, read }
}

async function readGroup(chatId: string): Promise<Schemas['SidebarGroupView'] | null> {
  try {
    return await bodyOf(api.GET('/sidebar/chats/{chatId}', { params: { path: { chatId } } }))
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null
    throw error
  }
}
