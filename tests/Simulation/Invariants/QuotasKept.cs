using Community.Messaging.Channels;
using Simulation.Lives;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class QuotasKept : IInvariant
{
    public string Name => "no quota of the channel is exceeded";

    public string Reason => "What exceeds a platform's quota is refused, and a robot that goes on is switched off for everybody.";

    public async IAsyncEnumerable<string> BrokenAsync(World world, ApiReader reader)
    {
        await Task.CompletedTask;
        var (span, most, who) = world.Plan.Setting.CapabilityOf(ChannelAction.SendToGroup) is Capability.Automatic
            ? (TimeSpan.FromMinutes(1), Behaviour.Read.RobotMessagesPerMinute, "the robot")
            : (TimeSpan.FromDays(1), Behaviour.Read.GroupSendsPerDay, "a group send");
        var exceeded = world.Platform.Deeds
            .Where(deed => deed.Call.Action is ChannelAction.SendToGroup)
            .GroupBy(deed => (deed.Call.GroupId, Span: (deed.At + world.Clock.Start.Offset).UtcTicks / span.Ticks))
            .Where(deeds => deeds.Count() > most);
        foreach (var deeds in exceeded) yield return $"{who} told {deeds.Key.GroupId} {deeds.Count()} messages within {span}, and may tell {most}.";
    }
}
