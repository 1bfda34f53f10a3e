using System.Globalization;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>A member clicks their own link; a click without an answer is not repeated.</summary>
sealed record OwnClickCall(TimeSpan At, string MemberId) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        if (world.Links.OwnCodeOf(MemberId) is not { } code) return;
        var sentAt = world.Clock.Now;
        var answer = await world.Sender.TryAsync($"{this}", new ApiRequest("GET", $"/l/{code}", []));
        world.Links.RecordOwnClick(
            new OwnClickAttempt(MemberId, sentAt, answer?.Status is 302 ? world.Clock.Now : null));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} own click of {MemberId}");
}
