using System.Globalization;
using Simulation.Lives;
using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>Somebody scans an inviter's code; a scan that is not answered is not repeated.</summary>
sealed record ScanCall(TimeSpan At, string Code) : SimulatedEvent(At)
{
    public override async Task HappenAsync(World world)
    {
        world.ScansTried++;
        if (await world.Sender.TryAsync($"a scan of {Code}", new Ask("GET", $"/s/{world.CodeOf(Code)}", [])) is { Status: 302 }) world.ScansAnswered++;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} scan of {Code}");
}
