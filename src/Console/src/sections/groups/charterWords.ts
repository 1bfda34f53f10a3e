import type { Schemas } from '@/api/client'

export const consequences: Record<Schemas['ViolationConsequence'], string> = {
  RedPacket: '发红包给群',
  Removal: '移出群',
}
