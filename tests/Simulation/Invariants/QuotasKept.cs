using Community.Messaging.Channels;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class QuotasKept : IInvariant
{
    public string Name => "no quota of the channel is exceeded";

    public string Reason => "The platform refuses messages above the quota and may switch the robot off.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        await Task.CompletedTask;
        // The limit there is on group sends, and a person may send more by hand.
        if (world.WeCom is not null) yield break;
        var (span, limit, sender) =
            world.Plan.Setting.CapabilityOf(ChannelAction.SendToGroup) is Capability.Automatic
                ? (TimeSpan.FromMinutes(1), Behaviour.FromFile.RobotMessagesPerMinute, "the robot")
                : (TimeSpan.FromDays(1), Behaviour.FromFile.GroupSendsPerDay, "a group send");
        var exceeded = world
            .Platform.PerformedActions.Where(action => action.Action is ChannelAction.SendToGroup)
            .GroupBy(action =>
                (action.GroupId, Span: (action.At + world.Clock.Start.Offset).UtcTicks / span.Ticks))
            .Where(actions => actions.Count() > limit);
        foreach (var actions in exceeded)
            yield return $"{sender} sends {actions.Key.GroupId} {actions.Count()} messages within {span}, limit "
                + $"{limit}.";
    }
}
