import type { Schemas } from '@/api/client'

/** The limits of pushes, in the order in which operators ask for them. */
export function pushLimitLines(limits: Schemas['PushLimitsView']): { label: string; value: string; note: string }[] {
  return [
    { label: '推送时段', value: `${limits.windowStart} — ${limits.windowEnd}`, note: '这个时段以外不发' },
    { label: '每个群最多', value: `每天 ${limits.perDay} 条，任意 7 天 ${limits.perWeek} 条`, note: '销售消息也算' },
    { label: '两条之间至少', value: minutesText(limits.spacingMinutes), note: '和前后的消息都要隔这么久' },
    { label: '晚多久还发', value: minutesText(limits.latenessMinutes), note: '计划里可以另写；更晚的跳过' },
    {
      label: '广告最多占',
      value:
        `新用户群 ${limits.newBuyerPromotionPercent}%，超级用户群 ${limits.superUserPromotionPercent}%，` +
        `交付群 ${limits.deliveryPromotionPercent}%`,
      note: '超了就换别的内容，或者跳过',
    },
    { label: '群主每天最多手动发', value: `${limits.ownerTapsPerDay} 次`, note: '名下所有的群一起算' },
    { label: '群发机会留给销售到', value: limits.saleCutoff, note: '过了这个时间还没用，就给推送用' },
  ]
}

export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}
