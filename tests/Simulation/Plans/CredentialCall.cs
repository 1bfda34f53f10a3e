using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;
using Simulation.Workloads;

namespace Simulation.Plans;

/// <summary>The credential that an operator sends.</summary>
enum CredentialChoice
{
    Token,
    Session,

    /// <summary>The newest one that was replaced, or ended.</summary>
    Revoked,
}

/// <summary>
/// An operator asks for something with a credential of their own, which may not hold any more. What may come of it is
/// judged after the run.
/// </summary>
sealed record CredentialCall(
    TimeSpan At, string OperatorId, CredentialChoice Choice, string Method, string Path, object? Body = null)
    : SimulatedEvent(At)
{
    public bool IsRepeated { get; init; }

    public bool IsOfPushes => Path.StartsWith(OperatorWorkload.Pushes, StringComparison.Ordinal);

    public override async Task PlayEventAsync(World world)
    {
        var caller = world.Operators.Find(OperatorId);
        var credential = Choice switch
        {
            CredentialChoice.Token => caller.Token,
            CredentialChoice.Session => caller.Session,
            _ => caller.Revoked,
        };
        if (credential is null) return;
        for (var left = IsRepeated ? 2 : 1; left > 0; left--)
            await world.Sender.SendUntilAcknowledgedAsync(
                $"{Method} {Path} of {credential}", () => Sender.Create(Method, Path, Body, credential));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{At:d\\.hh\\:mm\\:ss} {Method} {Path} of {OperatorId} ({Choice}{(IsRepeated ? ", twice" : "")})");
}
