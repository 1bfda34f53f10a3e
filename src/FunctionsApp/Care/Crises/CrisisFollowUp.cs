using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Care.Crises;

/// <summary>What follows from a change of a crisis, in case the request that made it ended before.</summary>
public sealed record CrisisFollowUp(string CrisisId)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "crisis-follow-up";
}

public sealed class CrisisFollowUpHandler(CrisisService crises) : DueWorkHandler<CrisisFollowUp>(CrisisFollowUp.Kind)
{
    protected override Task HandleAsync(CrisisFollowUp followUp, DateTimeOffset at) =>
        crises.FollowAsync(followUp.CrisisId);
}
