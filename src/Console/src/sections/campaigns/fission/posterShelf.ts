const MOST_POSTERS = 20

export interface ShelvedPoster {
  posterId: string
  title: string
  scanUrl: string
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>

function keyOf(campaignId: string): string {
  return `posters:${campaignId}`
}

/** The posters that were made in this browser, the latest first: the API lists none. */
export function shelvedPosters(campaignId: string, storage: Storage = localStorage): ShelvedPoster[] {
  try {
    const read: unknown = JSON.parse(storage.getItem(keyOf(campaignId)) ?? '[]')
    return Array.isArray(read) ? (read as ShelvedPoster[]) : []
  } catch {
    return []
  }
}

export function shelvePoster(campaignId: string, poster: ShelvedPoster, storage: Storage = localStorage): void {
  const others = shelvedPosters(campaignId, storage).filter(({ posterId }) => posterId !== poster.posterId)
  storage.setItem(keyOf(campaignId), JSON.stringify([poster, ...others].slice(0, MOST_POSTERS)))
}

/** The id of a poster in what somebody pasted: the id, or an address of the poster. */
export function posterIdIn(text: string): string | null {
  const found = /^(?:https?:\/\/[^/]+)?(?:\/?posters\/)?([a-z0-9-]{3,40})(?:\.(?:svg|png))?$/i.exec(text.trim())
  return found?.[1] ?? null
}
