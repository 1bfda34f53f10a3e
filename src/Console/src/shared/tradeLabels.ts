import type { Labels } from './labels'

export const orderStates: Labels<'OrderState'> = {
  Waiting: '待付款',
  Paid: '已付款',
  PartlyRefunded: '部分退款',
  Refunded: '已退款',
  Cancelled: '已取消',
}

export const attributionMethods: Labels<'AttributionMethod'> = {
  None: '没有归因',
  LinkCode: '订单带着链接的码',
  LastClick: '下单前最后一次点击',
}

export const rewardKinds: Labels<'RewardKind'> = { Discount: '折扣', Coupon: '优惠券', Gift: '礼品', Points: '积分' }

export const rewardStates: Labels<'RewardState'> = {
  Granted: '可领取',
  Withheld: '暂扣',
  Redeemed: '已领取',
  TakenBack: '已收回',
}
