/** What a request holds in place of an empty field: nothing, so that the API says it is missing. */
export function given<T>(value: T | '' | null): T {
  return (value === '' || value === null ? undefined : value) as T
}

/** The same for a field that may be missing. */
export function optional<T>(value: T | '' | null): T | undefined {
  return value === '' || value === null ? undefined : value
}

let lastKey = 0

/** A key of an entry of a form's list, which keeps its inputs apart while entries come and go. */
export function nextKey(): number {
  lastKey += 1
  return lastKey
}

type Fields = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The fields of `after` that differ from `before`; of a nested thing only its own that differ. */
export function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const old = before as Fields
  const changed = Object.entries(after).flatMap(([key, value]): [string, unknown][] => {
    const was = old[key]
    if (JSON.stringify(was) === JSON.stringify(value)) return []
    return [[key, isRecord(was) && isRecord(value) ? changedFields(was, value) : value]]
  })
  return Object.fromEntries(changed) as Partial<T>
}
