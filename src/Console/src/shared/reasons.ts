import { CARE_REASONS } from './careReasons'
import { OFFER_REASONS } from './offerReasons'

// The API tells reasons in English; these are the ones of its fields. Others are shown as they are.
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^is missing\.?$/, '必填'],
  [/^must not be (empty|null.*)\.?$/, '必填'],
  [/^must be 3 to 40 of a-z, 0-9 and -\.?$/, '3 到 40 个字符，只能用小写字母、数字和 -'],
  [/^must be 1 to 40 of a-z, 0-9 and -\.?$/, '1 到 40 个字符，只能用小写字母、数字和 -'],
  [/^must be at most (\d+) characters\.?$/, '最多 $1 个字'],
  [/^must be (\S+) to (\S+?)\.?$/, '应在 $1 到 $2 之间'],
  [/^must have (\d+) to (\d+) items\.?$/, '应有 $1 到 $2 项'],
  [/^“(.+)”: (.+), (.+)\. Whoever may break the rule.*$/, '“$1”可能违反平台规则（$2：$3）；改掉，或写明谁负责'],
  [/^cannot say (.+); it can say (.+?)\.?$/, '不能用 $1，只能用 $2'],
  [/^is longer than (\d+) bytes.*$/, '填好以后超过 $1 字节（约 680 个汉字），请缩短'],
  [/^holds \{link\}, and no attachment.*$/, '用到了 {link}，请加一个「链接」附件'],
  [/^is not in the group\.?$/, '已经不在群里'],
  [/^must be in the future\.?$/, '要在现在之后'],
  [/^must be within (\d+) days\.?$/, '最多 $1 天以内'],
  [/^must be after validFrom\.?$/, '要晚于开始时间'],
  [/^is missing: scarce content.*$/, '有料的内容必须写明出处'],
  [/^must be an https address\.?$/, '应是 https 网址'],
  [/^must name a group, or kinds or tags.*$/, '群、类型、标签至少选一样'],
  [/^is required to override a guard\.?$/, '越过规则必须写原因'],
  [/^there is no (?:item|group) (.+?)\.?$/, '没有 $1'],
  [/^must fire at most (\d+) times a day\.?$/, '一天最多 $1 次'],
  [/^must have different ids\.?$/, '时段的编号不能重复'],
  [/^must not be before the start of the plan\.?$/, '不能早于计划的开始'],
  [/^must be before the end of the group's charter\.?$/, '要在群的结束时间之前'],
  [/^names no campaign or conversion that exists\.?$/, '没有这个活动'],
  [/^must have exactly one of campaignId and conversionId\.?$/, '请选一个活动'],
  [/^must be present, or draw, but not both\.?$/, '请选一条素材'],
  [/^must not be PreviousWorkday: the cohort.*$/, '按进群天数发的不能提前：那时成员可能还没进群'],
  [/^must be a whole minute\.?$/, '要是整分钟'],
  [/^is required\.?$/, '必填'],
  [/^must be an http or https address\.?$/, '应是 http 或 https 网址'],
  [/^must be an ISO 8601 instant.*$/, '时间的格式不对'],
  [/^must not hold control characters.*$/, '含有不能使用的特殊字符'],
  [/^must be whole Unicode characters\.?$/, '含有不完整的字符'],
  [/^must be one of (.+?)\.?$/, '只能是：$1'],
  [/^is missing: a flash group must end\.?$/, '快闪群必须有结束时间'],
  [/^must be 32 hexadecimal digits\.?$/, '应是 32 位十六进制数字'],
  [/^must be after from\.?$/, '要晚于 from'],
  [/^must be 0 or more\.?$/, '不能小于 0'],
  [/^must not be above high\.?$/, '不能大于 high'],
  [/^must be a number that is not too large\.?$/, '数太大了'],
  [/^must be (community-\w+)\.?$/, '文件的种类应是 $1'],
  [/^is (\S+); this app reads version (\S+?)\.?$/, '文件是第 $1 版，这里只认第 $2 版'],
  [/^lacks (.+?)\.?$/, '缺少 $1'],
  [/^is not a known field\.?$/, '没有这个字段'],
  [/^has the wrong type\.?$/, '类型不对'],
  [/^is not valid JSON\.?$/, '不是 JSON'],
  ...CARE_REASONS,
  ...OFFER_REASONS,
]

/** The reason of a refused field in Chinese, where it is known. */
export function translateReason(reason: string): string {
  const found = REASONS.find(([pattern]) => pattern.test(reason))
  return found === undefined ? reason : reason.replace(found[0], found[1])
}
