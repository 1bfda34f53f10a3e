using Community.Lifecycle;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace FunctionsApp.Lifecycle.Dissolutions;

/// <summary>
/// The deliveries of a flash group before its farewell. Their keys do not depend on the orchestration that requests
/// them, so each happens once.
/// </summary>
static class FlashGroupDeliveries
{
    public static NewDelivery Create(
        string groupId, string step, ChannelAction action, string text, DateTimeOffset at) => new(
            LifecycleInstanceIds.FlashGroup(groupId),
            step,
            groupId,
            MemberId: null,
            action,
            DeliveryPriority.Sale,
            text,
            at);
}
