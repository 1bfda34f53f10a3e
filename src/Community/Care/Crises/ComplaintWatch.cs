namespace Community.Care.Crises;

/// <summary>A complaint in a group; <paramref name="Id"/> names it, so that a repeat counts once.</summary>
public sealed record GroupComplaint(string Id, string MemberId, DateTimeOffset At);

/// <summary>
/// A proposed crisis of a group, which a person accepts or dismisses. The numbers are those of the last hour.
/// </summary>
public sealed record CrisisProposal(string GroupId, int Number, DateTimeOffset At, int Complaints, int People);

/// <summary>
/// The complaints of a group in the last hour, at most <see cref="MaxRecent"/>, and the crisis that they propose.
/// </summary>
public sealed record ComplaintWatch(string GroupId)
{
    public const int MaxRecent = 100;

    public IReadOnlyList<GroupComplaint> Recent { get; init; } = [];

    /// <summary>The proposal that waits for a person; null for none.</summary>
    public CrisisProposal? Open { get; init; }

    /// <summary>The proposal that was dismissed last, and when; null for none.</summary>
    public CrisisProposal? Dismissed { get; init; }

    public DateTimeOffset? DismissedAt { get; init; }

    /// <summary>The number of proposals so far.</summary>
    public int Proposals { get; init; }
}
