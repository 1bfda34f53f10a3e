using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Channel;

/// <summary>
/// The channel's platform. It records what it performs, and it continues when an app instance is killed.
/// </summary>
sealed class SimulatedPlatform(World world) : IPlatform
{
    readonly List<PerformedAction> actions = [];

    public IReadOnlyList<PerformedAction> PerformedActions => actions;

    /// <summary>Performs the action; a dissolution is confirmed by a webhook call.</summary>
    public ChannelReply Perform(ChannelCall call)
    {
        actions.Add(new PerformedAction(call.Action, call.Key, call.GroupId, call.Text, world.Clock.Now));
        var id = FormattableString.Invariant($"action-{actions.Count}");
        if (
            call.Action is ChannelAction.DissolveGroup
            && world.Plan.Setting.CapabilityOf(call.Action) is Capability.Automatic)
            _ = world.PlayAsync(
                ChannelWebhookCall.Dissolved(world.Clock.Now - world.Clock.Start, call.GroupId, $"callback-{id}"));
        return new ChannelReply.Accepted(
            id,
            call.Action is ChannelAction.CreateGroup or ChannelAction.OpenJoinCode
                ? $"https://work.weixin.qq.com/gm/{id}"
                : null);
    }
}
