using System.Text.Json.Serialization;

namespace Community.Care.Promises;

/// <summary>What a delivery group (交付群) delivers.</summary>
public enum PromiseKind
{
    /// <summary>
    /// 学习: lessons, homework and sessions. A unit reaches the whole group, or the members who are named.
    /// </summary>
    Learning,

    /// <summary>服务: services whose quantities members redeem (兑换).</summary>
    Service,
}

/// <summary>
/// A part of a promise that is delivered by itself, such as a lesson; <paramref name="Number"/> counts from 1.
/// </summary>
public sealed record PromisedUnit(int Number, string Title, DateTimeOffset DueAt, int Quantity)
{
    public const int MaxTitle = 80;
    public const int MaxQuantity = 1000;

    static readonly TimeSpan AlertLead = TimeSpan.FromHours(24);

    // What is delivered at the last instant is not missed.
    static readonly TimeSpan MissDelay = TimeSpan.FromMinutes(1);

    /// <summary>The instant from which the owner of the group is alerted: 24 hours before it is due.</summary>
    [JsonIgnore]
    public DateTimeOffset AlertAt => DueAt - AlertLead;

    /// <summary>The instant from which a unit that is not wholly delivered counts as missed.</summary>
    [JsonIgnore]
    public DateTimeOffset MissAt => DueAt + MissDelay;
}

/// <summary>
/// What a delivery group was promised when it was made. <paramref name="PageBase"/> is what the addresses of the pages
/// begin with that ask for the gain; <paramref name="By"/> is null when a program gave no name.
/// </summary>
public sealed record Promise(
    string Id,
    string GroupId,
    PromiseKind Kind,
    IReadOnlyList<PromisedUnit> Units,
    string? By,
    DateTimeOffset CreatedAt,
    string PageBase)
{
    public const int MaxUnits = 100;

    /// <summary>How far ahead a unit may be due.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromDays(5 * 365);

    /// <summary>The instant at which the records of members were deleted; null before.</summary>
    public DateTimeOffset? ForgottenAt { get; init; }

    /// <summary>The instant at which the last unit is due.</summary>
    [JsonIgnore]
    public DateTimeOffset LastDueAt => Units.Max(unit => unit.DueAt);

    /// <summary>The unit of this number; null when there is none.</summary>
    public PromisedUnit? Find(int number) => number >= 1 && number <= Units.Count ? Units[number - 1] : null;
}
