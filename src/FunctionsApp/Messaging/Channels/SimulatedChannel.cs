using Community.Messaging.Channels;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Messaging.Channels;

/// <summary>
/// A platform that stores its calls in a table, so that tests can compare them with the ledger. The settings
/// <c>Simulated__{action}</c> set the capability of each action, by default <see cref="Capability.Automatic"/>.
/// </summary>
public sealed class SimulatedChannel(
    IConfiguration settings, SimulatedChannelTable table, MessageQueue<ReceivedEvent> channelEvents, TimeProvider clock)
    : IChannel
{
    readonly Dictionary<ChannelAction, Capability> capabilities =
        Enum.GetValues<ChannelAction>().ToDictionary(action => action, action => Read(settings, action));

    /// <inheritdoc />
    public Capability CapabilityOf(ChannelAction action) => capabilities[action];

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

    static Capability Read(IConfiguration settings, ChannelAction action) => settings[$"Simulated:{action}"] switch
    {
        null or "" => Capability.Automatic,
        var name when Enum.TryParse<Capability>(name, out var capability) && Enum.IsDefined(capability) => capability,
        var name => throw new InvalidOperationException(
            $"Simulated__{action} is '{name}'; it must be one of {string.Join(", ", Enum.GetNames<Capability>())}."),
    };
}

/// <summary>A call of the simulated channel.</summary>
public sealed record SimulatedCall(ChannelCall Call, DateTimeOffset At, string MessageId);
