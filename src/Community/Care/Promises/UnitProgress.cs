using System.Text.Json.Serialization;

namespace Community.Care.Promises;

/// <summary>
/// One delivery of a unit. <paramref name="Key"/> names the call, and <paramref name="Fingerprint"/> its content. No
/// <paramref name="MemberIds"/> mean the whole group; otherwise each of them got <paramref name="Quantity"/>.
/// </summary>
public sealed record UnitDelivery(
    int Unit,
    string Key,
    string Fingerprint,
    int Quantity,
    IReadOnlyList<string> MemberIds,
    string? By,
    DateTimeOffset At)
{
    public const int MaxMembers = 100;

    /// <summary>
    /// The ids of the members whom a <see cref="PromiseKind.Learning"/> delivery for the whole group reached: a later
    /// join of a member hides the earlier ones. The capacity of the group bounds them.
    /// </summary>
    public IReadOnlyList<string> Present { get; init; } = [];
}

/// <summary>
/// What became of a unit. <paramref name="Amount"/> counts what was delivered, also beyond the promise;
/// <paramref name="DeliveredAt"/> is the instant at which the promised quantity was reached.
/// </summary>
public sealed record UnitProgress(int Amount, DateTimeOffset? DeliveredAt)
{
    public static UnitProgress None { get; } = new(0, null);

    /// <summary>The instant of the alert that the unit is due soon; null before.</summary>
    public DateTimeOffset? AlertedAt { get; init; }

    /// <summary>The instant at which the unit was found not delivered in time; null before.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>The instant at which the members were asked for their gain (获得感); null before.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The number of members who were present then.</summary>
    public int Asked { get; init; }

    /// <summary>The unguessable code of the page that asks; null before.</summary>
    public string? PageCode { get; init; }

    /// <summary>The answers by the page and by staff.</summary>
    public int Answered { get; init; }

    /// <summary>The sum of the scores.</summary>
    public int Scores { get; init; }

    /// <summary>The part of <see cref="Answered"/> that came by the page.</summary>
    public int PageAnswered { get; init; }

    /// <summary>The part of <see cref="Scores"/> that came by the page.</summary>
    public int PageScores { get; init; }

    [JsonIgnore]
    public bool IsDelivered => DeliveredAt is not null;

    /// <summary>
    /// True for a unit whose promised quantity was reached after it was due, or is not reached and is past due.
    /// </summary>
    public bool IsLate(PromisedUnit unit, DateTimeOffset now) => (DeliveredAt ?? now) > unit.DueAt;
}

/// <summary>A unit of a promise with its deliveries, in any order.</summary>
public sealed record UnitState(
    PromiseKind Kind, PromisedUnit Unit, UnitProgress Progress, IReadOnlyList<UnitDelivery> Deliveries);
