using System.Globalization;
using Simulation.Lives;
using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>A member clicks the latest link in their group, where there is one; a click that is not answered is not repeated.</summary>
sealed record ClickCall(TimeSpan At, string GroupId) : SimulatedEvent(At)
{
    public override async Task HappenAsync(World world)
    {
        if (world.Links.LatestIn(GroupId) is not { } code) return;
        world.Links.Try(GroupId);
        if (await world.Sender.TryAsync($"a click in {GroupId}", new Ask("GET", $"/l/{code}", [])) is not { } answer) return;
        if (answer.Status is 302) world.Links.Answer(GroupId);
        if (answer.Status is 302 && !answer.Location.Contains($"lc={code}", StringComparison.Ordinal))
            world.Violate("a link leads to the shop with its code", $"{GroupId}'s leads to {answer.Location}");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} click in {GroupId}");
}
