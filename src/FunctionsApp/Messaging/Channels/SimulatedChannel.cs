using Community.Messaging.Channels;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.Channels;

/// <summary>
/// A platform that stores its calls in a table, so that tests can compare them with the ledger.
/// </summary>
public sealed class SimulatedChannel(
    SimulatedCapabilities capabilities,
    SimulatedChannelTable table,
    MessageQueue<ReceivedEvent> channelEvents,
    TimeProvider clock) : IChannel
{
    /// <inheritdoc />
    public string Name => "Simulated";

    /// <inheritdoc />
    public bool ReportsMessages => capabilities.ReportsMessages;

    /// <inheritdoc />
    public Capability CapabilityOf(ChannelAction action) => capabilities.ByAction[action];

    /// <inheritdoc />
    public async Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = $"sim-{Guid.NewGuid():n}";
        var rowKey = $"call-{now.UtcTicks:d19}-{id}";
        await table.CommitAsync(Row.Add(call.GroupId, rowKey, new SimulatedCall(call, now, id)));
        if (call.Action is ChannelAction.DissolveGroup && CapabilityOf(call.Action) is Capability.Automatic)
            await channelEvents.SendAsync(new ReceivedEvent(id, new ChannelEvent.GroupDissolved(now, call.GroupId)));
        var makesJoinUrl = call.Action is ChannelAction.CreateGroup or ChannelAction.OpenJoinCode;
        return new ChannelReply.Accepted(id, makesJoinUrl ? $"https://work.weixin.qq.com/gm/{id}" : null);
    }
}

/// <summary>A call of the simulated channel.</summary>
public sealed record SimulatedCall(ChannelCall Call, DateTimeOffset At, string MessageId);
