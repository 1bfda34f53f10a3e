import type { Schemas } from '@/api/client'

export const contentStates: Readonly<Record<Schemas['ContentState'], string>> = {
  Draft: '待批准',
  Approved: '已批准',
  Retired: '已停用',
}

export const stateTypes: Readonly<Record<Schemas['ContentState'], 'warning' | 'success' | 'info'>> = {
  Draft: 'warning',
  Approved: 'success',
  Retired: 'info',
}

export const kindHints: Readonly<Record<Schemas['ContentKind'], string>> = {
  Useful: '用得上的方法、提醒、答疑。',
  Fun: '话题、投票、轻松一刻。',
  Scarce: '别处看不到的知识；必须写明出处。',
  Promotion: '要大家买东西的，都算广告，受占比上限限制。',
}

export const attachmentTypes: Readonly<Record<Schemas['AttachmentType'], string>> = {
  Link: '链接',
  Image: '图片',
  MiniProgram: '小程序',
  File: '文件',
}

export function noWinnerText(
  reason: Schemas['NoWinnerReason'] | null,
  { groups, members }: Schemas['ComparisonMinimum'],
): string {
  switch (reason) {
    case 'OneVariant':
      return '只有一种文案，没有可比的。'
    case 'NotEnoughGroups':
      return `群还不够：每种文案至少要发过 ${groups} 个群。`
    case 'NotEnoughMembers':
      return `人数还不够：每种文案至少要到 ${members} 人次。`
    case 'NoClearDifference':
      return '差别还看不清楚：区间里有零，先不要下结论。'
    default:
      return ''
  }
}
