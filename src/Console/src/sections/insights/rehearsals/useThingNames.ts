import { useGroupNames } from '@/shared/useGroupNames'
import { useKeyNames } from '../useKeyNames'
import { useOfferNames } from '../useOfferNames'
import type { OpenReport, Scope } from './report'
import { scopes } from './rehearsalWords'

/** Names of the things of a report: the report's own groups, and what this brand has; another id is shown itself. */
export function useThingNames(report: () => OpenReport) {
  const { nameOf: groupName } = useGroupNames()
  const { nameOf: offerName } = useOfferNames()
  const { nameOf: keyName } = useKeyNames()

  function groupNameOf(id: string): string {
    return report().groups.find(group => group.id === id)?.name ?? groupName(id)
  }

  function nameOf(scope: Scope, id: string | null): string {
    if (id === null) return scopes[scope]
    switch (scope) {
      case 'Campaign':
        return offerName('campaign', id)
      case 'Conversion':
        return offerName('conversion', id)
      case 'FlashSale':
        return offerName('flashSale', id)
      case 'Group':
        return groupNameOf(id)
      case 'PushPlan':
        return keyName('byPlan', id)
      default:
        return id
    }
  }

  return { nameOf, groupNameOf }
}
