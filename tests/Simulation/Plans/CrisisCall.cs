using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>An operator opens a crisis, or does something in it.</summary>
sealed record CrisisCall(TimeSpan At, string Id, CrisisDeed Deed, object Body)
    : DeedCall<CrisisDeed>(At, Id, Deed, Body)
{
    protected override string Thing => "crisis";

    protected override string Path => Deed switch
    {
        CrisisDeed.Open => "/api/crises",
        CrisisDeed.Tell => $"/api/crises/{Id}/statements",
        CrisisDeed.Release => $"/api/crises/{Id}/release",
        _ => $"/api/crises/{Id}/resolve",
    };

    protected override IDictionary<(string Id, CrisisDeed Deed), DateTimeOffset> DoneIn(World world) => world.Crises;
}

/// <summary>What is done in a crisis.</summary>
enum CrisisDeed
{
    Open,
    Tell,
    Release,
    Resolve,
}
