using System.Globalization;
namespace TestSupport.Crashes;

/// <summary>
/// The result of a <see cref="CrashRun"/>. <paramref name="Repeated"/> counts repeated calls,
/// <paramref name="CompletedAfter"/> is the time from the last restart until all due work was done (null: it was not),
/// and <paramref name="WaitedFor"/> the time until the last read.
/// </summary>
public sealed record CrashReport(
    CrashPlan Plan,
    int Acknowledged,
    int Repeated,
    ApiOutcome Outcome,
    TimeSpan? CompletedAfter,
    TimeSpan WaitedFor,
    IReadOnlyCollection<string> LoggedFailures)
{
    /// <summary>The content of the store after the app has ended.</summary>
    public StoreResidue Residue { get; init; } = new(0, 0, 0);

    /// <summary>True when every acknowledged join was handled once and no message is in a poison queue.</summary>
    public bool IsSound =>
        Acknowledged == Plan.Joins
        && Outcome.IsComplete
        && Residue is { Poisoned: 0, SentTwice: 0 }
        && LoggedFailures.Count == 0;

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
CultureInfo.InvariantCulture,
            $"seed {Plan.Seed}, {Plan.Kills} kills; {Acknowledged} acknowledged, {Repeated} repeated; {Outcome}; "
            + $"{Residue}; completed {CompletedAfter?.TotalSeconds:0.0} s after the last restart, waited "
            + $"{WaitedFor.TotalSeconds:0.0} s; failures logged: {string.Join(" | ", LoggedFailures)}"
        );
}
