using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Channel;

/// <summary>What the platform really did, by its own book; it outlives every life of the app.</summary>
sealed class SimulatedPlatform(World world)
{
    readonly List<PerformedAction> deeds = [];

    /// <summary>Everything it did, in order.</summary>
    public IReadOnlyList<PerformedAction> Deeds => deeds;

    /// <summary>Does what is asked, and tells of it by callback where platforms do.</summary>
    public ChannelReply Perform(ChannelCall call)
    {
        deeds.Add(new PerformedAction(call, world.Clock.Now));
        var id = FormattableString.Invariant($"deed-{deeds.Count}");
        if (call.Action is ChannelAction.DissolveGroup && world.Plan.Setting.CapabilityOf(call.Action) is Capability.Automatic)
            _ = world.PlayAsync(ChannelWebhookCall.Dissolved(world.Clock.Now - world.Clock.Start, call.GroupId, $"callback-{id}"));
        return new ChannelReply.Accepted(id, call.Action is ChannelAction.CreateGroup or ChannelAction.OpenJoinCode ? $"https://work.weixin.qq.com/gm/{id}" : null);
    }
}

/// <summary>One thing the platform did.</summary>
sealed record PerformedAction(ChannelCall Call, DateTimeOffset At);
