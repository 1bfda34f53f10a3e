using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>The effects of a flash group's life. Whoever brings them about, they have the same names, and so each is once.</summary>
static class FlashGroupDeliveries
{
    /// <summary>The effect of this step.</summary>
    public static NewDelivery Create(string groupId, string step, ChannelAction action, string text, DateTimeOffset at) =>
        new(InstanceIds.FlashGroup(groupId), step, groupId, MemberId: null, action, DeliveryPriority.Sale, text, at);
}
