import type { Schemas } from '@/api/client'

interface KindWords {
  title: string
  /** Where the address is entered at the shop, and what signs its messages. */
  hint: string
}

const kinds: Readonly<Record<Schemas['ShopKind'], KindWords>> = {
  Shopify: {
    title: 'Shopify',
    hint: '在 Shopify 后台“设置 → 通知 → Webhooks”里新建订单付款、退款、取消三种通知，格式选 JSON。密钥是该页底部显示的签名密钥。',
  },
  WooCommerce: {
    title: 'WooCommerce',
    hint: '在 WooCommerce“设置 → 高级 → Webhooks”里新建，主题选“订单已更新”，密钥与这里设置的一致。',
  },
  Youzan: {
    title: '有赞',
    hint: '在有赞云“消息推送”里填这个地址，订阅交易消息。签名用应用的 client id 和 client secret。',
  },
  Standard: {
    title: '标准接口',
    hint: '给自建商城用：按 Standard Webhooks 规范签名，发送 order.paid、order.refunded、order.cancelled。字段见 /docs。',
  },
}

export function kindWords(kind: Schemas['ShopKind']): KindWords {
  return kinds[kind]
}

interface ReasonWords {
  title: string
  /** What to do about it. */
  advice: string
}

const reasons: Readonly<Record<Schemas['FailureReason'], ReasonWords>> = {
  WrongSignature: { title: '签名不对', advice: '多半是刚换过密钥：请核对店铺后台和部署设置里的密钥是否一致。' },
  MissingHeader: { title: '没有签名', advice: '请求缺少签名头：可能不是店铺发来的，或店铺种类选错了。' },
  MalformedHeader: { title: '签名格式不对', advice: '签名头读不懂：请核对店铺种类。' },
  WrongTime: { title: '时间不对', advice: '消息的时间离现在太远：请核对店铺服务器的时钟，或是很久以前的消息被重发。' },
  TooLarge: { title: '消息太大', advice: '超过 256 KiB 没有收：请用“品牌”页的订单导入补上这一单。' },
  Unreadable: { title: '内容读不懂', advice: '店铺可能改了消息格式：请把详情交给技术人员；订单可先用导入补上。' },
  MixedCurrencies: { title: '币种混用', advice: '同一订单出现两种币种，没有记账：请到店铺后台核对这一单。' },
  TooManyRefunds: { title: '退款次数太多', advice: '一单部分退款超过 1000 次，之后的没有记：请到店铺后台核对。' },
}

export function reasonWords(reason: Schemas['FailureReason']): ReasonWords {
  return reasons[reason]
}
