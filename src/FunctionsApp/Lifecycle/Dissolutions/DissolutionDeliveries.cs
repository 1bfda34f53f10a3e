using Community.Groups;
using Community.Lifecycle;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace FunctionsApp.Lifecycle.Dissolutions;

/// <summary>
/// The last deliveries of a group. Their keys follow from the group and not from the orchestration that requests them,
/// so each happens once.
/// </summary>
static class DissolutionDeliveries
{
    /// <summary>The instance that the deliveries of the group name as their cause.</summary>
    public static string CauseOf(Group group) => group.Kind is GroupKind.Flash
        ? LifecycleInstanceIds.FlashGroup(group.Id)
        : LifecycleInstanceIds.GroupEnd(group.Id);

    public static NewDelivery Farewell(string groupId, string cause, string text, DateTimeOffset at) =>
        Create(groupId, cause, "farewell", ChannelAction.SendToGroup, text, at);

    /// <summary>The idempotency key of the farewell.</summary>
    public static string FarewellKey(Group group) => Farewell(group.Id, CauseOf(group), "", default).Key;

    /// <summary>The order to dissolve the group.</summary>
    public static NewDelivery Dissolve(string groupId, string cause, DateTimeOffset at) =>
        Create(groupId, cause, "dissolve", ChannelAction.DissolveGroup, "", at);

    static NewDelivery Create(
        string groupId, string cause, string step, ChannelAction action, string text, DateTimeOffset at) =>
        new(cause, step, groupId, MemberId: null, action, DeliveryPriority.Sale, text, at);
}
