using Community.Channels;
using Simulation.Lives;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class QuotasKept : IInvariant
{
    public string Name => "no quota of the channel is exceeded";

    public string Reason => "What exceeds a platform's quota is refused, and a robot that goes on is switched off for everybody.";

    public async IAsyncEnumerable<string> BrokenAsync(World world, Reader reader)
    {
        await Task.CompletedTask;
        if (world.Plan.Setting.CapabilityOf(ChannelAction.SendToGroup) is not Capability.Automatic) yield break;
        var most = Behaviour.Read.RobotMessagesPerMinute;
        var minutes = world.Platform.Deeds
            .Where(deed => deed.Call.Action is ChannelAction.SendToGroup)
            .GroupBy(deed => (deed.Call.GroupId, Minute: deed.At.UtcTicks / TimeSpan.TicksPerMinute))
            .Where(minute => minute.Count() > most);
        foreach (var minute in minutes) yield return $"the robot of {minute.Key.GroupId} said {minute.Count()} messages in one minute, and may say {most}.";
    }
}
