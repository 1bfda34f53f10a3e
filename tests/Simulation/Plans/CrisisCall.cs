using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>An operator opens a crisis, or does something in it, until the request is answered.</summary>
sealed record CrisisCall(TimeSpan At, string Id, CrisisDeed Deed, object Body) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        // What happens in a crisis needs it, whose request may still be repeated.
        while (Deed is not CrisisDeed.Open && !world.Crises.ContainsKey((Id, CrisisDeed.Open)))
            await world.Clock.DelayAsync(TimeSpan.FromMinutes(1));
        var answer = await world.Sender.SendUntilAcknowledgedAsync($"{this}", () => Sender.Create("POST", Path, Body));
        if (answer.IsSuccess) world.Crises[(Id, Deed)] = world.Clock.Now;
        else
            world.Violate(
                "the app accepts the operator's requests", $"{this} was answered {answer.Status}: {answer.Text}");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} crisis {Id}: {Deed}");

    string Path => Deed switch
    {
        CrisisDeed.Open => "/api/crises",
        CrisisDeed.Tell => $"/api/crises/{Id}/statements",
        CrisisDeed.Release => $"/api/crises/{Id}/release",
        _ => $"/api/crises/{Id}/resolve",
    };
}

/// <summary>What is done in a crisis.</summary>
enum CrisisDeed
{
    Open,
    Tell,
    Release,
    Resolve,
}
