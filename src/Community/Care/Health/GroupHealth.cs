namespace Community.Care.Health;

public enum GroupHealthState
{
    Healthy,

    /// <summary>Less is said than the group is used to, or more people leave.</summary>
    Quiet,

    /// <summary>Hardly anybody says anything any more. An honest end is better than a dead group.</summary>
    Dying,

    /// <summary>Most of what the group gets is advertisement.</summary>
    Flooded,
}

/// <summary>Why a group is not healthy.</summary>
public enum HealthReason
{
    /// <summary>No one has posted for some days.</summary>
    Silence,

    /// <summary>Members post less than before.</summary>
    LessActivity,

    /// <summary>More members leave than the group's own past lets expect.</summary>
    MoreLeaves,

    /// <summary>Too many pushes are advertisements.</summary>
    Promotions,

    /// <summary>Members wait for an answer.</summary>
    Unanswered,
}

/// <summary>
/// The share of the members who left within the week, and the range of it that the days before let expect. The range is
/// null for a young group.
/// </summary>
public sealed record WeeklyLeaves(double Seen, double? Low, double? High)
{
    public bool IsHigh => Seen > High;
}

/// <summary>
/// How a group does. <paramref name="SilentDays"/> and <paramref name="Activity"/>, the messages of the week to those
/// of a usual week, are null where they are not known; so is <paramref name="PromotionShare"/> without pushes.
/// </summary>
public sealed record GroupHealth(
    GroupHealthState State,
    IReadOnlyList<HealthReason> Reasons,
    WeeklyLeaves Leaves,
    double? PromotionShare,
    int? SilentDays,
    double? Activity,
    int Unanswered);
