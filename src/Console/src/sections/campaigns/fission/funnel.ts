import type { Schemas } from '@/api/client'

export interface FunnelStep {
  label: string
  count: number
  /** What exactly is counted. */
  note: string
  /** The share of the step before; null where another thing is counted. */
  share: number | null
}

export function totalScans(scans: readonly Schemas['ScanCount'][]): number {
  return scans.reduce((sum, { codes }) => sum + Object.values(codes).reduce((codesSum, n) => codesSum + n, 0), 0)
}

/** Scans by code, the most first. */
export function scansByCode(scans: readonly Schemas['ScanCount'][]): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { codes } of scans)
    for (const [code, count] of Object.entries(codes)) counts.set(code, (counts.get(code) ?? 0) + count)
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count)
}

/**
 * From scans to later orders. A scan is no person, and joins are only those with an inviter, so the share of scans is
 * not told. Nobody scans where members invite directly. Credits and those who stayed are both parts of the joins.
 */
export function funnelOf(
  campaign: Pick<Schemas['CampaignView'], 'mode' | 'joins' | 'credits'>,
  figures: Pick<Schemas['ModeFigures'], 'joins' | 'retained' | 'clickers' | 'laterOrders'> | null,
  scans: number,
): FunnelStep[] {
  const joins = campaign.joins ?? 0
  const credits = campaign.credits ?? 0
  return [
    ...(campaign.mode === 'PosterShare'
      ? [{ label: '扫码', count: scans, note: '扫了几次就算几次，不是人数；也含没有邀请人的海报', share: null }]
      : []),
    { label: '带来进群', count: joins, note: '有邀请人的新成员，不论最后算不算', share: null },
    { label: '邀请有效', count: credits, note: '没有疑问、没在观察期里退群的新成员；观察期没过的先算上', share: shareOf(credits, joins) },
    ...(figures === null
      ? []
      : [
          {
            label: '7 天后还在',
            count: figures.retained,
            note: '进群满 7 天还在的；没满 7 天的按现在算',
            share: shareOf(figures.retained, figures.joins),
          },
          {
            label: '点过专属链接',
            count: figures.clickers,
            note: '扫活动的码进群、点过自己链接的人；群里发的公共链接分不出是谁点的，不在内',
            share: null,
          },
          { label: '之后的订单', count: figures.laterOrders, note: '归因到这个活动的订单数，一人可有多单', share: null },
        ]),
  ]
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
