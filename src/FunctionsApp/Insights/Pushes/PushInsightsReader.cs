using Community.Groups;
using Community.Insights.Pushes;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Insights.Pushes;

/// <summary>The figures of a range, and its days of which some pushes are not counted.</summary>
public sealed record RangeFigures(PushDay Figures, IReadOnlyList<DateOnly> PendingDays);

/// <summary>Reads figures of days: sums that are counted, and for one group also those that are not yet.</summary>
public sealed class PushInsightsReader(
    PushDayStore days, FoldPositionStore positions, PushReportReader reader, BrandTime time, TimeProvider clock)
{
    // Each of their pushes costs the reads of its clicks.
    const int MaxLiveDays = 14;

    /// <summary>The sums of all groups: one request a day.</summary>
    public async Task<RangeFigures> ReadAsync(InsightRange range)
    {
        var today = time.DayOf(clock.GetUtcNow());
        // Read first: a day that is counted meanwhile is named and complete, not the other way round.
        var position = await positions.FindAsync();
        var read = await Task.WhenAll(range.Days.Where(day => day <= today).Select(days.FindAsync));
        return new RangeFigures(
            read.Aggregate(PushDay.None, (sum, day) => sum.Plus(day)),
            [.. range.Days.Where(day => day <= today && position.IsPending(day, today))]);
    }

    /// <summary>The figures of one group. The latest days that are not counted yet are computed.</summary>
    public async Task<RangeFigures> ReadAsync(InsightRange range, Group group)
    {
        var today = time.DayOf(clock.GetUtcNow());
        var position = await positions.FindAsync();
        var past = range.Days.Where(day => day <= today).ToList();
        var counted = await Task.WhenAll(past.Select(day => days.FindAsync(day, group.Id)));
        var missing = past
            .Where((day, index) => counted[index] is null && position.IsPending(day, today))
            .ToList();
        var live = missing.TakeLast(MaxLiveDays).ToList();
        var computed = live.Count == 0
            ? GroupDay.None
            : GroupDay.From(group, await reader.ReadAsync(group, live), time);
        return new RangeFigures(
            counted.OfType<GroupDay>()
                .Append(computed)
                .Select(day => new PushDay(day.Figures, FlaggedPushes.Of(day.Flagged)))
                .Aggregate(PushDay.None, (sum, day) => sum.Plus(day)),
            [.. missing.Except(live)]);
    }
}
