export interface GuidePage {
  title: string
  html: string
}

const modules = import.meta.glob<GuidePage>('../../../../../docs/zh-CN/[0-9]*.md')

/** The names of the guide's pages in their order, such as `01-start`. */
export const pageNames: readonly string[] = Object.keys(modules).map(nameOf).sort()

/** The page; null when the guide has none of that name. */
export async function readPage(name: string): Promise<GuidePage | null> {
  const path = Object.keys(modules).find(path => nameOf(path) === name)
  return path === undefined ? null : ((await modules[path]?.()) ?? null)
}

function nameOf(path: string): string {
  return path.split('/').at(-1)?.replace(/\.md$/, '') ?? ''
}
