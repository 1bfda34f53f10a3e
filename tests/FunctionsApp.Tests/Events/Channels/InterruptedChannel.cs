using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;

namespace FunctionsApp.Tests.Events.Channels;

/// <summary>A simulated channel whose connection breaks before or after a message to a group.</summary>
sealed class InterruptedChannel(IChannel channel, InterruptedChannel.Interruptions interruptions) : IChannel
{
    public string Name => channel.Name;

    public bool ReportsMessages => channel.ReportsMessages;

    public Capability CapabilityOf(ChannelAction action) => channel.CapabilityOf(action);

    public async Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken)
    {
        if (call.Action is not ChannelAction.SendToGroup) return await channel.PerformAsync(call, cancellationToken);
        if (Interlocked.Exchange(ref interruptions.Dropped, 0) > 0)
            throw new HttpRequestException("The platform could not be reached.");
        var reply = await channel.PerformAsync(call, cancellationToken);
        return Interlocked.Exchange(ref interruptions.Lost, 0) > 0
            ? throw new HttpRequestException("The connection was closed.")
            : reply;
    }

    /// <summary>How the next message is interrupted: 1 for yes.</summary>
    public sealed class Interruptions
    {
        public int Dropped;
        public int Lost;
    }
}
