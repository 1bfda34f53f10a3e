using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace FunctionsApp.Messaging.Channels;

/// <summary>Performs deliveries through the channel.</summary>
public sealed class ChannelClient(IChannel channel, TimeProvider clock)
{
    /// <summary>The wait for the channel's answer; after it the outcome is unknown.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Performs a delivery that is begun, and returns the command that stores its outcome. Null when a person goes on:
    /// the channel only prepares the effect, or refuses an effect that is no message.
    /// </summary>
    public async Task<DeliveryCommand?> PerformAsync(Delivery delivery)
    {
        var owner = delivery.Owner!;
        return await TryPerformAsync(delivery) switch
        {
            null => new DeliveryCommand.LoseAnswer(owner),
            ChannelReply.Refused refused when delivery.IsMessage =>
                new DeliveryCommand.Refuse(owner, refused.Reason),
            ChannelReply.Accepted accepted when channel.CapabilityOf(delivery.Action) is Capability.Automatic =>
                new DeliveryCommand.Accept(owner, accepted.MessageId, clock.GetUtcNow()) { JoinUrl = accepted.JoinUrl },
            _ => null,
        };
    }

    // Null when the reply is lost, and the effect may have happened.
    async Task<ChannelReply?> TryPerformAsync(Delivery delivery)
    {
        var call = new ChannelCall(delivery.Action, delivery.Key, delivery.GroupId, delivery.MemberId, delivery.Text)
        {
            Attachments = delivery.Attachments,
        };
        try
        {
            using var timeout = new CancellationTokenSource(Timeout);
            return await channel.PerformAsync(call, timeout.Token);
        }
#pragma warning disable CA1031 // after a failure the effect may have happened, so a person checks it
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
