using System.Text.Json.Serialization;

namespace Community.Care.SuperUsers;

/// <summary>A figure of a person that a rule counts.</summary>
public enum SuperUserFigure
{
    /// <summary>What the person's orders cost without refunds, in minor units of the criteria's currency.</summary>
    SpentMinor,

    /// <summary>The orders that count.</summary>
    Orders,

    /// <summary>The invitees who count, over all campaigns.</summary>
    Credits,

    /// <summary>The local days of the last 90 with an order or a message.</summary>
    ActiveDays,
}

/// <summary>A rule that a person meets with <paramref name="AtLeast"/> or more of the figure.</summary>
public sealed record SuperUserRule(SuperUserFigure Figure, long AtLeast)
{
    /// <summary>The days that <see cref="SuperUserFigure.ActiveDays"/> looks back over, with today.</summary>
    public const int ActiveWindow = 90;

    /// <summary>The most that a rule can ask for; more is a mistake that no one could meet.</summary>
    public static long MaxOf(SuperUserFigure figure) => figure switch
    {
        SuperUserFigure.SpentMinor => 1_000_000_000,
        SuperUserFigure.Orders or SuperUserFigure.Credits => 10_000,
        SuperUserFigure.ActiveDays => ActiveWindow,
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };
}

/// <summary>
/// The share of super users among the members of a group that is aimed at, and how far it may be off: 0 to 1.
/// </summary>
public sealed record SuperUserMix(decimal Super, decimal Tolerance)
{
    /// <summary>Three super users in ten, the others on their way.</summary>
    public static SuperUserMix Default { get; } = new(0.3m, 0.05m);

    [JsonIgnore]
    public decimal Low => Super - Tolerance;

    [JsonIgnore]
    public decimal High => Super + Tolerance;
}

/// <summary>
/// What a group of super users (超级用户群) asks of them and gives to them, as published on its page.
/// <paramref name="Currency"/> is that of <see cref="SuperUserFigure.SpentMinor"/>. <paramref name="By"/> is who
/// published them; null when the request did not say.
/// </summary>
public sealed record SuperUserCriteria(
    string GroupId,
    string Currency,
    IReadOnlyList<SuperUserRule> Rules,
    IReadOnlyList<string> Benefits,
    SuperUserMix Mix,
    string? By,
    DateTimeOffset PublishedAt)
{
    public const int MaxBenefits = 10;

    /// <summary>True when both ask for the same, give the same and aim at the same.</summary>
    public bool IsSameAs(SuperUserCriteria other) =>
        GroupId == other.GroupId
        && Currency == other.Currency
        && Mix == other.Mix
        && Rules.SequenceEqual(other.Rules)
        && Benefits.SequenceEqual(other.Benefits, StringComparer.Ordinal);
}
