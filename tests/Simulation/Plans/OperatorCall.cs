using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>A request of an operator, repeated until it is answered.</summary>
sealed record OperatorCall(TimeSpan At, string Method, string Path, object? Body = null) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        var answer = await world.Sender.SendUntilAcknowledgedAsync(
            $"{Method} {Path}",
            () => Sender.Create(Method, Path, Body));
        if (answer.Status is >= 400 and not 409)
            world.Violate(
                "the app accepts the operator's requests",
                $"{Method} {Path} was answered {answer.Status}: {answer.Text}");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {Method} {Path}");
}
