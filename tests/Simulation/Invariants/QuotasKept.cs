using Community.Messaging.Channels;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class QuotasKept : IInvariant
{
    public string Name => "no quota of the channel is exceeded";

    public string Reason => "What exceeds a platform's quota is refused, and a robot that goes on is switched off for everybody.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        await Task.CompletedTask;
        var (span, most, who) = world.Plan.Setting.CapabilityOf(ChannelAction.SendToGroup) is Capability.Automatic
            ? (TimeSpan.FromMinutes(1), Behaviour.FromFile.RobotMessagesPerMinute, "the robot")
            : (TimeSpan.FromDays(1), Behaviour.FromFile.GroupSendsPerDay, "a group send");
        var exceeded = world.Platform.PerformedActions
            .Where(action => action.Call.Action is ChannelAction.SendToGroup)
            .GroupBy(action => (action.Call.GroupId, Span: (action.At + world.Clock.Start.Offset).UtcTicks / span.Ticks))
            .Where(actions => actions.Count() > most);
        foreach (var actions in exceeded) yield return $"{who} told {actions.Key.GroupId} {actions.Count()} messages within {span}, and may tell {most}.";
    }
}
