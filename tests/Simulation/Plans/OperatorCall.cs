using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>An operator asks for something until it is answered.</summary>
sealed record OperatorCall(TimeSpan At, string Method, string Path, object? Body = null) : SimulatedEvent(At)
{
    public override async Task HappenAsync(World world)
    {
        var answer = await world.Sender.SendUntilAcknowledgedAsync($"{Method} {Path}", () => Sender.Create(Method, Path, Body));
        if (answer.Status is >= 400 and not 409) world.Violate("the operator is understood", $"{Method} {Path} was answered {answer.Status}: {answer.Text}");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {Method} {Path}");
}
