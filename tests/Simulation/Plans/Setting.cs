using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.Channels;

namespace Simulation.Plans;

/// <summary>
/// The constants of a run: number of app instances, capabilities of the channel, and the share of tasks that staff
/// complete.
/// </summary>
sealed record Setting(int Instances, IReadOnlyDictionary<ChannelAction, Capability> Capabilities, double StaffDiligence)
{
    /// <summary>The limit of the corporation on group sends, in a run on WeCom.</summary>
    public GroupSendLimit GroupSendLimit { get; init; }

    public Capability CapabilityOf(ChannelAction action) => Capabilities[action];

    /// <summary>Who performs each action on WeCom.</summary>
    public static IReadOnlyDictionary<ChannelAction, Capability> OfWeCom { get; } =
        Enum.GetValues<ChannelAction>().ToDictionary(action => action, WeComCapabilities.Of);

    public static Setting Draw(Random random, Behaviour behaviour)
    {
        var instances = random.NextDouble() < behaviour.TwoInstances ? 2 : 1;
        var staffed = random.NextDouble() < behaviour.Staffed;
        var capabilities = Enum.GetValues<ChannelAction>().ToDictionary(
            action => action, action => DrawCapability(action, staffed, random));
        var (min, max) = (behaviour.StaffDiligence[0], behaviour.StaffDiligence[1]);
        return new Setting(instances, capabilities, min + ((max - min) * random.NextDouble()));
    }

    static Capability DrawCapability(ChannelAction action, bool staffed, Random random)
    {
        var isWelcome = action is ChannelAction.SetWelcome;
        if (!staffed) return isWelcome ? Capability.Unavailable : Capability.Automatic;
        // With a welcome of the platform there are no greetings, which half of the runs shall have.
        if (isWelcome && random.Next(2) == 0) return Capability.Unavailable;
        var allowed = SimulatedCapabilities.AllowedOf(action).ToList();
        return allowed[random.Next(allowed.Count)];
    }

    public override string ToString() =>
        $"{Instances} instances; {GroupSendLimit} limit of group sends on WeCom; "
        + $"{string.Join(", ", Capabilities.Select(pair => $"{pair.Key} {pair.Value}"))}";
}
