namespace Simulation.WeCom;

/// <summary>
/// A person came into a chat of WeCom. <paramref name="Code"/> is that of the join way; null for a link or an
/// invitation.
/// </summary>
sealed record ChatEntry(string GroupId, string MemberId, string? Code, DateTimeOffset At)
{
    /// <summary>When the person left; null for one who is there.</summary>
    public DateTimeOffset? LeftAt { get; set; }
}
