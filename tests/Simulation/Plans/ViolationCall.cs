using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>A person reports a violation, or does something about it after what comes before it was answered.</summary>
sealed record ViolationCall(TimeSpan At, string Id, ViolationDeed Deed, object Body)
    : DeedCall<ViolationDeed>(At, Id, Deed, Body)
{
    protected override string Thing => "violation";

    protected override string Path => Deed switch
    {
        ViolationDeed.Report => "/api/violations",
        ViolationDeed.Appeal => $"/api/violations/{Id}/appeal",
        _ => $"/api/violations/{Id}/decide",
    };

    public override async Task PlayEventAsync(World world)
    {
        while (Deed is not ViolationDeed.Report && !world.RuleBreaches.ContainsKey((Id, Deed - 1)))
            await world.Clock.DelayAsync(TimeSpan.FromMinutes(1));
        await base.PlayEventAsync(world);
    }

    protected override IDictionary<(string Id, ViolationDeed Deed), DateTimeOffset> DoneIn(World world) =>
        world.RuleBreaches;
}

/// <summary>What is done about a violation, in this order.</summary>
enum ViolationDeed
{
    Report,
    Decide,
    Appeal,
    DecideAgain,
}
