using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace FunctionsApp.Messaging.Channels;

/// <summary>Performs deliveries through the channel.</summary>
public sealed class ChannelClient(IChannel channel, TimeProvider clock)
{
    /// <summary>The wait for the channel's answer; after it the outcome is unknown.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Performs a delivery that is begun.</summary>
    public async Task<ChannelOutcome> PerformAsync(Delivery delivery)
    {
        var owner = delivery.Owner!;
        return await TryPerformAsync(delivery) switch
        {
            null => new ChannelOutcome.Decided(new DeliveryCommand.LoseAnswer(owner)),
            ChannelReply.Refused refused when delivery.IsMessage =>
                new ChannelOutcome.Decided(new DeliveryCommand.Refuse(owner, refused.Reason)),
            ChannelReply.Refused refused => new ChannelOutcome.ByHand(refused.Reason),
            ChannelReply.ByHand byHand => new ChannelOutcome.ByHand(byHand.Reason),
            ChannelReply.Accepted accepted when channel.CapabilityOf(delivery.Action) is Capability.Automatic =>
                new ChannelOutcome.Decided(
                    new DeliveryCommand.Accept(owner, accepted.MessageId, clock.GetUtcNow())
                    {
                        JoinUrl = accepted.JoinUrl,
                    }),
            _ => new ChannelOutcome.Prepared(),
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

/// <summary>What became of a delivery at the channel.</summary>
public abstract record ChannelOutcome
{
    ChannelOutcome()
    {
    }

    /// <summary>The command stores the outcome.</summary>
    public sealed record Decided(DeliveryCommand Command) : ChannelOutcome;

    /// <summary>The channel prepared the effect, and a person confirms it.</summary>
    public sealed record Prepared : ChannelOutcome;

    /// <summary>The channel did nothing, and a person performs the effect.</summary>
    public sealed record ByHand(string Reason) : ChannelOutcome;
}
