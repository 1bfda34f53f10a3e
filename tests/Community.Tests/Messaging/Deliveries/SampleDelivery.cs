using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace Community.Tests.Messaging.Deliveries;

/// <summary>Deliveries to begin with.</summary>
static class SampleDelivery
{
    /// <summary>In the ledger; nobody has tried to send it.</summary>
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
