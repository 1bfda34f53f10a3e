/** The id of a poster in its address. */
export function posterIdIn(address: string): string | null {
  return /\/posters\/([a-z0-9-]{3,40})\.svg$/.exec(address)?.[1] ?? null
}
