import { type MaybeRefOrGetter, toValue } from 'vue'
import { api, bodyOf, type Schemas } from '@/api/client'
import { useApiQuery } from '@/api/query'
import type { Charset } from './importWords'

const REFRESH_MS = 2_000

/** Sends a shop's export; the answer comes when it is stored, before its lines are carried out. */
export function importOrders(shop: string, file: File, charset: Charset, key: string) {
  return bodyOf(
    api.POST('/api/orders/import', {
      params: { query: { shop }, header: { 'Idempotency-Key': key } },
      headers: { 'content-type': `text/csv; charset=${charset}` },
      // The file goes as its bytes; the type of the API calls it a text.
      body: file as unknown as string,
      bodySerializer: body => body,
    }),
  )
}

/** Follows an import. */
export function useOrderImport(id: MaybeRefOrGetter<string>) {
  return useApiQuery(
    () => ['order-import', toValue(id)],
    // The other type of answer is the CSV of the lines, which is asked for by its type.
    async () =>
      (await bodyOf(
        api.GET('/api/order-imports/{id}', { params: { path: { id: toValue(id) } } }),
      )) as Schemas['ImportView'],
    { refresh: REFRESH_MS },
  )
}

/** All lines that were not imported, as CSV. */
export async function readBadLines(id: string): Promise<string> {
  const { data } = await api.GET('/api/order-imports/{id}', {
    params: { path: { id } },
    headers: { accept: 'text/csv' },
    parseAs: 'text',
  })
  return data as string
}
