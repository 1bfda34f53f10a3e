namespace TestSupport.Crashes;

/// <summary>
/// What happened: joins acknowledged and told again, what the app's lists say in the end, how long after the last restart all that could
/// be done was done (null: never), how long was waited in all, and what was logged as a failure.
/// </summary>
public sealed record CrashReport(
    CrashPlan Plan, int Acknowledged, int Repeated, ApiOutcome Aftermath, TimeSpan? Drained, TimeSpan Waited, IReadOnlyCollection<string> Complaints)
{
    /// <summary>What the store holds after the app's last end.</summary>
    public StoreResidue Remains { get; init; } = new(0, 0, 0);

    /// <summary>Everything acknowledged was done once, and nothing was given up.</summary>
    public bool IsSound => Acknowledged == Plan.Joins && Aftermath.IsComplete && Remains is { Poisoned: 0, SentTwice: 0 } && Complaints.Count == 0;

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant(
        $"seed {Plan.Seed}, {Plan.Kills} kills; {Acknowledged} acknowledged, {Repeated} told again; {Aftermath}; {Remains}; drained {Drained?.TotalSeconds:0.0} s after the last restart, waited {Waited.TotalSeconds:0.0} s; failures logged: {string.Join(" | ", Complaints)}");
}
