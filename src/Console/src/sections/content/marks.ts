export interface Piece {
  text: string
  /** Why it is marked; null for the rest of the text. */
  reason: string | null
}

export interface Mark {
  words: string
  reason: string
}

// The API leaves these out before it looks for words, since they are a common way to evade such checks.
const IGNORED = /[\s\p{P}\p{S}]/u

/** The text in pieces, of which those that a rule is about carry its reason. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const found = marks
    .flatMap(({ words, reason }) => {
      const range = rangeOf(text, words)
      return range === null ? [] : [{ ...range, reason }]
    })
    .sort((a, b) => a.from - b.from)
  const pieces: Piece[] = []
  let end = 0
  for (const { from, to, reason } of found) {
    if (from < end) continue
    if (from > end) pieces.push({ text: text.slice(end, from), reason: null })
    pieces.push({ text: text.slice(from, to), reason })
    end = to
  }
  if (end < text.length) pieces.push({ text: text.slice(end), reason: null })
  return pieces
}

function rangeOf(text: string, words: string): { from: number; to: number } | null {
  const kept: { character: string; from: number; to: number }[] = []
  let from = 0
  for (const character of text) {
    const to = from + character.length
    if (character === '%' || !IGNORED.test(character)) kept.push({ character, from, to })
    from = to
  }
  const wanted = [...words].filter(character => character === '%' || !IGNORED.test(character))
  for (let start = 0; wanted.length > 0 && start + wanted.length <= kept.length; start++) {
    const run = kept.slice(start, start + wanted.length)
    if (run.every(({ character }, index) => character.toLowerCase() === wanted[index]?.toLowerCase())) {
      return { from: run[0]?.from ?? 0, to: run.at(-1)?.to ?? 0 }
    }
  }
  return null
}
