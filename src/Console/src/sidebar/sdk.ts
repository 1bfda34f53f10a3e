import { api, bodyOf } from '@/api/client'

// developer.work.weixin.qq.com, JS-SDK 使用说明: the first has wx.config, the second wx.agentConfig.
const SCRIPTS = [
  'https://res.wx.qq.com/open/js/jweixin-1.2.0.js',
  'https://open.work.weixin.qq.com/wwopen/js/jwxwork-1.0.0.js',
]
const CALLS = ['getCurExternalChat', 'sendChatMessage']

interface Answer {
  err_msg: string
  chatId?: string
}

/** The part of the JS-SDK that the page uses. */
interface Sdk {
  config(options: object): void
  ready(done: () => void): void
  error(failed: (answer: unknown) => void): void
  agentConfig(options: object): void
  invoke(name: string, options: object, done: (answer: Answer) => void): void
}

declare global {
  interface Window {
    wx?: Sdk
  }
}

/** True in the platform's client; elsewhere its scripts are not loaded. */
export function isInClient(): boolean {
  return /wxwork/i.test(navigator.userAgent)
}

/** Connects the page to the client. It fails where the platform does not accept the page. */
export async function connect(): Promise<void> {
  for (const script of SCRIPTS) await load(script)
  const url = location.href.split('#', 1)[0] ?? ''
  const signed = await bodyOf(api.GET('/sidebar/sdk', { params: { query: { url } } }))
  const wx = sdk()
  const shared = { timestamp: signed.timestamp, nonceStr: signed.nonce, jsApiList: CALLS }
  await new Promise<void>((resolve, reject) => {
    wx.ready(resolve)
    wx.error(reject)
    wx.config({ ...shared, beta: true, debug: false, appId: signed.corpId, signature: signed.configSignature })
  })
  await new Promise<unknown>((success, fail) => {
    wx.agentConfig({
      ...shared,
      corpid: signed.corpId,
      agentid: String(signed.agentId),
      signature: signed.agentSignature,
      success,
      fail,
    })
  })
}

/** The id of the customer group beside which the page is open; null beside anything else. */
export async function currentChat(): Promise<string | null> {
  const answer = await invoke('getCurExternalChat', {})
  return answer.err_msg === 'getCurExternalChat:ok' ? (answer.chatId ?? null) : null
}

/** Posts a text into the chat; false when the client did not. */
export async function sendText(content: string): Promise<boolean> {
  const answer = await invoke('sendChatMessage', { msgtype: 'text', enterChat: false, text: { content } })
  return answer.err_msg === 'sendChatMessage:ok'
}

function invoke(name: string, options: object): Promise<Answer> {
  return new Promise(resolve => sdk().invoke(name, options, resolve))
}

function sdk(): Sdk {
  if (window.wx === undefined) throw new Error('The JS-SDK is not loaded.')
  return window.wx
}

function load(src: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = src
    script.onload = resolve
    script.onerror = () => reject(new Error(`${src} was not loaded.`))
    document.head.append(script)
  })
}
