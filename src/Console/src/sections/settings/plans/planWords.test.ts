import { describe, expect, it } from 'vitest'
import { faultTexts, mayImport, outcomeLabel, toLookAt } from './planWords'

const thing = {
  path: 'groups[0]',
  kind: 'Group' as const,
  id: 'tea-1',
  outcome: 'Refused' as const,
  differences: [],
  faults: [],
}

describe('faultTexts', () => {
  it.each([
    ['groups[0].name', 'differs: overwrite=true writes it over.', '名字：和现有的不一样；勾选“覆盖不一样的”才会写入'],
    ['groups[0].charter.endsAt', 'must be in the future.', '群定位 endsAt：要在现在之后'],
    ['groups[0]', 'the group is already dissolved.', 'the group is already dissolved.'],
  ])('tells %s within the thing and why', (path, reason, text) => {
    expect(faultTexts({ ...thing, faults: [{ path, reason }] })).toEqual([text])
  })
})

describe('toLookAt', () => {
  it('leaves out what is stored just so', () => {
    const things = [{ ...thing, outcome: 'Exists' as const }, thing]
    const counts = { new: 0, exists: 1, differs: 0, refused: 1 }
    expect(toLookAt({ dryRun: true, brand: 'Same', counts, things, settings: [] })).toEqual([thing])
  })
})

describe('mayImport', () => {
  const report = { dryRun: true, brand: 'Same' as const, things: [], settings: [] }

  it('needs something new, or something to write over', () => {
    expect(mayImport({ ...report, counts: { new: 1, exists: 0, differs: 0, refused: 3 } }, false)).toBe(true)
    expect(mayImport({ ...report, counts: { new: 0, exists: 2, differs: 1, refused: 0 } }, false)).toBe(false)
    expect(mayImport({ ...report, counts: { new: 0, exists: 2, differs: 1, refused: 0 } }, true)).toBe(true)
  })
})

describe('outcomeLabel', () => {
  it('tells what will happen from what happened', () => {
    expect(outcomeLabel('New', true)).toBe('会新建')
    expect(outcomeLabel('Differs', false)).toBe('已覆盖')
  })
})
