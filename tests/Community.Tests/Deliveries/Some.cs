using Community.Channels;
using Community.Deliveries;

namespace Community.Tests.Deliveries;

/// <summary>Deliveries to begin with.</summary>
static class Some
{
    /// <summary>In the ledger; nobody has tried to send it.</summary>
    public static Delivery QueuedDelivery { get; } = Delivery.Of(new DeliveryRequest(
        "onboarding-tea-1-m1",
        "welcome",
        "tea-1",
        "m1",
        ChannelAction.SendToGroup,
        DeliveryPriority.Ordinary,
        "欢迎",
        Instants.Evening));
}
