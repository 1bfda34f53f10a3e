using Community.Messaging.Channels;

namespace Simulation.Plans;

/// <summary>
/// The constants of a run: number of app instances, capabilities of the channel, and the share of tasks that staff
/// complete.
/// </summary>
sealed record Setting(int Instances, IReadOnlyDictionary<ChannelAction, Capability> Capabilities, double StaffDiligence)
{
    public Capability CapabilityOf(ChannelAction action) => Capabilities[action];

    public static Setting Draw(Random random, Behaviour behaviour)
    {
        var instances = random.NextDouble() < behaviour.TwoInstances ? 2 : 1;
        var staffed = random.NextDouble() < behaviour.Staffed;
        var capabilities = Enum.GetValues<ChannelAction>()
            .ToDictionary(
                action => action,
                action => staffed ? (Capability)random.Next(Enum.GetValues<Capability>().Length) : Capability.Automatic
            );
        var (min, max) = (behaviour.StaffDiligence[0], behaviour.StaffDiligence[1]);
        return new Setting(instances, capabilities, min + ((max - min) * random.NextDouble()));
    }

    public override string ToString() =>
        $"{Instances} instances; {string.Join(", ", Capabilities.Select(pair => $"{pair.Key} {pair.Value}"))}";
}
