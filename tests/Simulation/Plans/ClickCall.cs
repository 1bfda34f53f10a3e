using System.Globalization;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>A member clicks the latest link of their group; a click without an answer is not repeated.</summary>
sealed record ClickCall(TimeSpan At, string GroupId) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        if (world.Links.LatestCodeIn(GroupId) is not { } code) return;
        world.Links.CountAttempt(GroupId);
        if (
            await world.Sender.TryAsync($"a click in {GroupId}", new ApiRequest("GET", $"/l/{code}", []))
            is not { } answer)
            return;
        if (answer.Status is 302)
            world.Links.CountAnswer(GroupId);
        if (answer.Status is 302 && !answer.Location.Contains($"lc={code}", StringComparison.Ordinal))
            world.Violate("a link leads to the shop with its code", $"{GroupId}'s leads to {answer.Location}");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} click in {GroupId}");
}
