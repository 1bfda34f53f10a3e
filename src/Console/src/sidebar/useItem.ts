import { computed, ref } from 'vue'
import { api, bodyOf } from '@/api/client'
import { toProblem } from '@/api/problem'
import type { Item } from './items'
import { currentChat, sendText } from './sdk'

/** How far an item has come. What was posted is confirmed, and not posted again. */
export type Progress = 'open' | 'sending' | 'sent' | 'confirming' | 'done'

/** The steps of one item; `chatId` is the chat beside which it is shown, null where nothing can be posted. */
export function useItem(item: () => Item, chatId: () => string | null) {
  const progress = ref<Progress>('open')
  const fault = ref<string | null>(null)
  const isBusy = computed(() => progress.value === 'sending' || progress.value === 'confirming')
  const hasByHand = computed(() => item().attachments.length > 0)

  /** Posts the text, and confirms it unless the person has something to add. */
  async function send(): Promise<void> {
    fault.value = null
    progress.value = 'sending'
    try {
      fault.value = await post()
      progress.value = fault.value === null ? 'sent' : 'open'
    } catch {
      fault.value = '没有发送：企业微信没有回应，请再试'
      progress.value = 'open'
    }
    if (progress.value === 'sent' && !hasByHand.value) await confirm()
  }

  // The client may show another chat by now.
  async function post(): Promise<string | null> {
    if ((await currentChat()) !== chatId()) return '没有发送：现在打开的是另一个群，请刷新'
    return (await sendText(item().text ?? '')) ? null : '没有发送：企业微信没有接受，请再试'
  }

  /** Says that the item is done. */
  async function confirm(): Promise<void> {
    const before = progress.value
    fault.value = null
    progress.value = 'confirming'
    try {
      await bodyOf(confirmation())
      progress.value = 'done'
    } catch (error) {
      fault.value = `没有登记成功：${toProblem(error).title}`
      progress.value = before
    }
  }

  function confirmation() {
    const { id, isPush } = item()
    return isPush
      ? api.POST('/sidebar/pushes/{pushId}/sent', { params: { path: { pushId: id } } })
      : api.POST('/sidebar/tasks/{taskId}/done', { params: { path: { taskId: id } } })
  }

  return { progress, fault, isBusy, hasByHand, send, confirm }
}
