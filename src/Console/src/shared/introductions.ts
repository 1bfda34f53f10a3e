/** What an operator or owner reads once an introduction is entered. */
export function understoodOf(interests: readonly string[]): string {
  return interests.length > 0 ? `已登记，兴趣：${interests.join('、')}` : '已登记，没有认出兴趣'
}
