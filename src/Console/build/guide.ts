import MarkdownIt from 'markdown-it'
import type { Plugin } from 'vite'

const IMAGE = /<img src="([^"]+)"/g
const LINK_TO_PAGE = /href="(\d\d-[a-z-]+)\.md"/g

/**
 * Turns a page of the operators' guide (Markdown) into a module: `title` is its heading, `html` its content. Pictures
 * become files of the bundle, and links to other pages those of the console.
 */
export function guide(): Plugin {
  const markdown = new MarkdownIt({ typographer: false })
  return {
    name: 'guide',
    transform(source, id) {
      if (!id.endsWith('.md')) return null
      const html = markdown.render(source).replace(LINK_TO_PAGE, 'href="/console/help/$1"')
      const pictures = [...new Set([...html.matchAll(IMAGE)].map(match => match[1] ?? ''))]
      const imports = pictures.map((path, n) => `import picture${n} from ${JSON.stringify(path)}`)
      const replaced = pictures.map(
        (path, n) => `.replaceAll(${JSON.stringify(`src="${path}"`)}, 'src="' + picture${n} + '"')`,
      )
      const title = /^# (.+)$/m.exec(source)?.[1] ?? ''
      return {
        code: [
          ...imports,
          `export const title = ${JSON.stringify(title)}`,
          `export const html = ${JSON.stringify(html)}${replaced.join('')}`,
        ].join('\n'),
        map: null,
      }
    },
  }
}
