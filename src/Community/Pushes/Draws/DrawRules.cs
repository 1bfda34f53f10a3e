using Community.Content;
using Community.Pushes.Guards;

namespace Community.Pushes.Draws;

/// <summary>What a slot takes from the library: the next item of the kind that has all tags.</summary>
public sealed record ContentDraw(ContentKind Kind, IReadOnlyList<string> Tags)
{
    /// <summary>True for an item of that kind with these tags.</summary>
    public bool Fits(ContentKind kind, IReadOnlyList<string> tags) =>
        kind == Kind && Tags.All(tag => tags.Contains(tag, StringComparer.Ordinal));
}

/// <summary>
/// An approved item. It may be sent from <paramref name="ValidFrom"/> up to and without <paramref name="ValidUntil"/>,
/// and to a group again after <paramref name="ReuseDays"/> local days.
/// </summary>
public sealed record DrawCandidate(
    string Id,
    ContentKind Kind,
    IReadOnlyList<string> Tags,
    int ReuseDays,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    DateTimeOffset ApprovedAt)
{
    public bool IsValidAt(DateTimeOffset at) => !(at < ValidFrom) && !(at >= ValidUntil);
}

public static class DrawRules
{
    /// <summary>
    /// The item that the group gets: the one not used for longest, an unused one before all; then the one approved
    /// first; then by id. Null when no item fits. <paramref name="history"/> is without the push itself, so that a
    /// repeated draw takes the same item.
    /// </summary>
    public static DrawCandidate? Draw(
        IEnumerable<DrawCandidate> candidates,
        ContentDraw draw,
        GroupPushHistory history,
        DateOnly plannedDate,
        DateTimeOffset at) => candidates
            .Where(candidate => draw.Fits(candidate.Kind, candidate.Tags) && candidate.IsValidAt(at))
            .Where(candidate => history.DateWithin(candidate.Id, plannedDate, candidate.ReuseDays) is null)
            .OrderBy(candidate => history.DatesOf(candidate.Id).DefaultIfEmpty(DateOnly.MinValue).Max())
            .ThenBy(candidate => candidate.ApprovedAt)
            .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
            .FirstOrDefault();
}
