// Steps of sequences as the API tells them in calendars.
const STEPS: Readonly<Record<string, string>> = {
  'warm-up': '预热',
  link: '发链接',
  'last-call': '最后提醒',
  closing: '收尾',
  close: '结束销售',
  farewell: '告别',
  welcome: '欢迎语',
  rules: '群规',
  introduction: '自我介绍模板',
  greeting: '欢迎新成员',
  'card-name-reminder': '提醒改群名片',
  veterans: '介绍老成员',
}

/** The name of a step, such as `预热` or `第 2 波`; a text that is no step stays as it is. */
export function stepLabel(step: string): string {
  const wave = /^wave-(\d+)$/.exec(step)
  return wave === null ? (STEPS[step] ?? step) : `第 ${wave[1]} 波`
}
