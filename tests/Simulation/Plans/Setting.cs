using Community.Messaging.Channels;

namespace Simulation.Plans;

/// <summary>What holds for a whole run: how many instances of the app share the store, and who does what on the platform.</summary>
sealed record Setting(int Instances, IReadOnlyDictionary<ChannelAction, Capability> Capabilities, double StaffDiligence)
{
    public Capability CapabilityOf(ChannelAction action) => Capabilities[action];

    public static Setting Draw(Random random, Behaviour behaviour)
    {
        var instances = random.NextDouble() < behaviour.TwoInstances ? 2 : 1;
        var staffed = random.NextDouble() < behaviour.Staffed;
        var capabilities = Enum.GetValues<ChannelAction>().ToDictionary(
            action => action, action => staffed ? (Capability)random.Next(Enum.GetValues<Capability>().Length) : Capability.Automatic);
        var (least, most) = (behaviour.StaffDiligence[0], behaviour.StaffDiligence[1]);
        return new Setting(instances, capabilities, least + ((most - least) * random.NextDouble()));
    }

    public override string ToString() => $"{Instances} instances; {string.Join(", ", Capabilities.Select(pair => $"{pair.Key} {pair.Value}"))}";
}
