// The API tells what goes on as plain text.
const STEPS: Readonly<Record<string, string>> = {
  'creating-group': '正在建群',
  'awaiting-opening': '等待开售',
  selling: '销售中，下一步',
  farewell: '正在发告别语',
  'awaiting-dissolution': '等待群解散',
  dissolved: '群已解散',
}

export function flashStepText(step: string): string {
  return STEPS[step] ?? step
}
