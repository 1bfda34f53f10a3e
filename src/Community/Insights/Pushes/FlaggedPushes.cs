namespace Community.Insights.Pushes;

/// <summary>A push after which more members left than the history of its group lets expect.</summary>
public sealed record FlaggedPush(
    string PushId,
    string GroupId,
    string PlanId,
    string? ContentId,
    DateTimeOffset SentAt,
    int Members,
    int Leaves,
    LeaveRange Expected);

/// <summary>
/// The flagged pushes that are the furthest above their range, and the <paramref name="Count"/> of all.
/// </summary>
public sealed record FlaggedPushes(int Count, IReadOnlyList<FlaggedPush> Top)
{
    public const int MaxListed = 100;

    public static FlaggedPushes None { get; } = new(0, []);

    public static FlaggedPushes Of(IReadOnlyList<FlaggedPush> pushes) => None.Plus(new(pushes.Count, pushes));

    public FlaggedPushes Plus(FlaggedPushes other) => new(
        Count + other.Count,
        [
            .. Top.Concat(other.Top)
                .OrderByDescending(push => push.Leaves - push.Expected.High)
                .ThenBy(push => push.PushId, StringComparer.Ordinal)
                .Take(MaxListed),
        ]);

    public FlaggedPushes Minus(FlaggedPushes other)
    {
        var removed = other.Top.Select(push => push.PushId).ToHashSet(StringComparer.Ordinal);
        return new(Count - other.Count, [.. Top.Where(push => !removed.Contains(push.PushId))]);
    }
}
