using System.Globalization;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>A person scans the code of an inviter; a scan without an answer is not repeated.</summary>
sealed record ScanCall(TimeSpan At, string Code) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        world.ScanAttempts++;
        if (
            await world.Sender.TryAsync($"a scan of {Code}", new ApiRequest("GET", $"/s/{world.CodeOf(Code)}", [])) is
            { Status: 302 })
            world.AnsweredScans++;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} scan of {Code}");
}
