using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace Community.Tests.Messaging.Deliveries;

static class SampleDelivery
{
    /// <summary>A delivery in the ledger before its first attempt.</summary>
    public static Delivery QueuedDelivery { get; } = Delivery.From(new NewDelivery(
        "onboarding-tea-1-m1",
        "welcome",
        "tea-1",
        "m1",
        ChannelAction.SendToGroup,
        DeliveryPriority.Ordinary,
        "欢迎",
        Instants.Evening));
}
