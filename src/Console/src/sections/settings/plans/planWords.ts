import type { Schemas } from '@/api/client'
import type { Labels } from '@/shared/labels'
import { translateReason } from '@/shared/reasons'

export const MAX_BYTES = 8 * 1024 * 1024

export const planKinds: Labels<'PlanKind'> = {
  Staff: '员工',
  Content: '素材',
  Group: '群',
  Campaign: '裂变活动',
  Conversion: '转化',
  FlashSale: '快闪',
  PushPlan: '推送计划',
}

export const brandRelations: Labels<'BrandRelation'> = {
  Empty: '这里还是空的：沿用文件里的品牌，印好的海报照样能扫。',
  Same: '文件就是本品牌的：海报的码和素材的批准都保留。',
  Other: '文件是别的品牌的：海报换新码，素材要在这里重新批准。',
}

/** What happened to a thing, or would happen without the dry run. */
export function outcomeLabel(outcome: Schemas['ImportOutcome'], isDryRun: boolean): string {
  const labels: Labels<'ImportOutcome'> = isDryRun
    ? { New: '会新建', Exists: '一样', Differs: '不一样', Refused: '不能导入' }
    : { New: '已新建', Exists: '一样', Differs: '已覆盖', Refused: '没有导入' }
  return labels[outcome]
}

const fields: Readonly<Record<string, string>> = {
  name: '名字',
  kind: '类型',
  capacity: '人数上限',
  joinUrl: '入群链接',
  charter: '群定位',
  owner: '负责人',
  tags: '标签',
  openedAt: '开放时间',
  hold: '暂停',
  held: '暂停',
  paused: '暂停',
  pushLimits: '推送限制',
  opensAt: '开始时间',
  closesAt: '结束时间',
  groupIds: '群',
  groups: '群',
  tiers: '阶梯奖励',
  target: '达标',
  posters: '海报',
  product: '商品',
  warmUp: '预热',
  linkAt: '发链接的时间',
  lastCallAt: '最后提醒的时间',
  lastCall: '最后提醒',
  closing: '结束语',
  drive: '购买动力',
  copy: '文案',
  variants: '文案',
  attachments: '附件',
  source: '出处',
  validFrom: '有效期',
  validUntil: '有效期',
  reuseDays: '间隔天数',
  acknowledgement: '合规责任人',
  approvedBy: '批准人',
  waves: '波次',
  quantity: '数量',
  farewell: '告别语',
  newBuyerGroupId: '新用户群',
  slots: '时段',
  startsOn: '开始日期',
  timeZone: '时区',
  channel: '渠道',
  fourEyes: '内容双人审核',
}

/** A field by its path: `charter.endsAt` as `群定位 endsAt`. */
export function fieldLabel(path: string): string {
  const [, first = '', rest = ''] = /^(\w+)\.?(.*)$/.exec(path) ?? []
  const label = fields[first]
  if (label === undefined) return path
  return rest === '' ? label : `${label} ${rest}`
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^differs: overwrite=true writes it over\.$/, '和现有的不一样；勾选“覆盖不一样的”才会写入'],
  [/^differs, and cannot be written over\.$/, '和现有的不一样，而且不能改'],
  [/^is there twice\.$/, '文件里有两个'],
  [/^is that of another poster\.$/, '是另一张海报的'],
  [/^must not be in the future\.$/, '不能在现在之后'],
]

/** Why a thing is refused: its fields with the reasons. */
export function faultTexts({ path, faults }: Schemas['ImportedThing']): string[] {
  return faults.map(fault => {
    const field = fault.path === path ? '' : `${fieldLabel(fault.path.slice(path.length + 1))}：`
    const own = reasons.find(([pattern]) => pattern.test(fault.reason))
    return field + (own?.[1] ?? translateReason(fault.reason))
  })
}

/** The things that a person has to look at: all but those that are stored just so. */
export function toLookAt(report: Schemas['PlanImportReport']): Schemas['ImportedThing'][] {
  return report.things.filter(({ outcome }) => outcome !== 'Exists')
}

/** True when the import would change something. */
export function mayImport({ counts }: Schemas['PlanImportReport'], overwrites: boolean): boolean {
  return counts.new > 0 || (overwrites && counts.differs > 0)
}
