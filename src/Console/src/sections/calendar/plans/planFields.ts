const SLOT_FIELDS = ['id', 'at', 'draw', 'content', 'holiday', 'missed', 'lateness']

/** The fields of the form that show their own reasons. */
export function planFields(slots: number): string[] {
  const ofSlots = Array.from({ length: slots }, (_, index) => SLOT_FIELDS.map(field => `slots[${index}].${field}`))
  return ['name', 'id', 'startsOn', 'groupIds', 'kinds', 'tags', ...ofSlots.flat()]
}
