using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// What follows from a change of a crisis, in case the request that made it ended before.
/// <paramref name="StatementKey"/> is the statement that was published; null for another change.
/// </summary>
public sealed record CrisisFollowUp(string CrisisId, string? StatementKey = null)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "crisis-follow-up";
}

public sealed class CrisisFollowUpHandler(CrisisService crises) : DueWorkHandler<CrisisFollowUp>(CrisisFollowUp.Kind)
{
    protected override Task HandleAsync(CrisisFollowUp followUp, DateTimeOffset at) =>
        crises.FollowAsync(followUp);
}
