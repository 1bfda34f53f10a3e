using Community.Care.Promises;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// A promise in lists. <c>promised</c>, <c>delivered</c> and <c>extras</c> are sums of quantities, <c>late</c> is a
/// number of units; <c>nextDueAt</c> is the due time of the next unit that is not delivered, null when all are.
/// </summary>
public sealed record PromiseSummaryView(
    string Id,
    string GroupId,
    PromiseKind Kind,
    string? By,
    DateTimeOffset CreatedAt,
    int Units,
    int Promised,
    int Delivered,
    int Extras,
    int Late,
    DateTimeOffset? NextDueAt,
    GainView Gain);

/// <summary>
/// A promise. <c>perMember</c> has the members who are present, and those of whom the channel told nothing and who are
/// named in a delivery or gave a score.
/// </summary>
public sealed record PromiseView(
    string Id,
    string GroupId,
    PromiseKind Kind,
    string? By,
    DateTimeOffset CreatedAt,
    int Promised,
    int Delivered,
    int Extras,
    int Late,
    IReadOnlyList<PromisedUnitView> Units,
    IReadOnlyList<MemberPromiseView> PerMember,
    GainView Gain);

/// <summary>
/// A unit. <c>deliveredAt</c> is when its quantity was reached, <c>alertedAt</c> when its owner was alerted, and
/// <c>missedAt</c> when it was found overdue; null before. <c>gainUrl</c> is the page that asks the group for its gain.
/// </summary>
public sealed record PromisedUnitView(
    int Number,
    string Title,
    DateTimeOffset DueAt,
    int Quantity,
    int Delivered,
    int Extras,
    bool Late,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? AlertedAt,
    DateTimeOffset? MissedAt,
    string? GainUrl,
    GainView Gain)
{
    public static PromisedUnitView From(
        Promise promise, PromisedUnit unit, UnitProgress progress, DateTimeOffset now) => new(
        unit.Number,
        unit.Title,
        unit.DueAt,
        unit.Quantity,
        PromiseFigures.DeliveredOf(unit, progress),
        PromiseFigures.ExtrasOf(unit, progress),
        progress.IsLate(unit, now),
        progress.DeliveredAt,
        progress.AlertedAt,
        progress.MissedAt,
        progress.PageCode is { } code ? promise.PageBase + code : null,
        GainView.From(GainFigures.Of([progress])));
}

/// <summary>
/// What a member got, and <c>gained</c>, the number of units for which the member's score was entered. <c>name</c> is
/// empty when the channel did not tell it.
/// </summary>
public sealed record MemberPromiseView(string MemberId, string Name, int Delivered, int Extras, int Gained);

/// <summary>
/// The gain: members asked, answers, and their mean of 1 to 5, null without answers. Nobody counts twice: of each unit
/// <c>answered</c> and <c>mean</c> count the page or staff, whichever has more answers. <c>asked</c> is never below
/// <c>answered</c>.
/// </summary>
public sealed record GainView(int Asked, int Answered, double? Mean, GainPartView OnPage, GainPartView ByStaff)
{
    public static GainView From(GainFigures gain) => new(
        gain.Asked, gain.Answered, gain.Mean, GainPartView.From(gain.OnPage), GainPartView.From(gain.ByStaff));
}

/// <summary>The answers of one source, and their mean of 1 to 5, null without answers.</summary>
public sealed record GainPartView(int Answered, double? Mean)
{
    public static GainPartView From(GainAnswers part) => new(part.Answered, part.Mean);
}
