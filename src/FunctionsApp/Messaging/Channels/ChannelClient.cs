using Community.Messaging.Deliveries;

namespace FunctionsApp.Messaging.Channels;

/// <summary>Performs deliveries through the channel.</summary>
public sealed class ChannelClient(IChannel channel)
{
    /// <summary>The wait for the channel's answer; after it the outcome is unknown.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>The channel's reply; null when it is lost, and the effect may have happened.</summary>
    public async Task<ChannelReply?> TryPerformAsync(Delivery delivery)
    {
        var call = new ChannelCall(delivery.Action, delivery.Key, delivery.GroupId, delivery.MemberId, delivery.Text);
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
