using Community.Groups;
using Community.Pushes.Calendars;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using Community.Pushes.Sending;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Pushes.Sending;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>
/// What will happen to the pushes of a group, by the rules that send them, without effects: those that are stored, and
/// those that its plans will give it later.
/// </summary>
public sealed class PushPreviewReader(
    PushStore pushes,
    PushPlanStore plans,
    GroupCalendar calendar,
    BrandTime brandTime,
    PushFactReader facts,
    PushLimitSettings settings,
    TimeProvider clock)
{
    /// <summary>
    /// The pushes that are over, as they ended, and the forecast of the others, between two instants, in their order.
    /// </summary>
    public async Task<(IReadOnlyList<Push> Past, IReadOnlyList<ForecastPush> Coming)> ReadAsync(
        Group group, DateTimeOffset from, DateTimeOffset to)
    {
        var now = clock.GetUtcNow();
        var board = await plans.ReadAsync();
        var (first, last) = (brandTime.DayOf(from < now ? from : now), brandTime.DayOf(to));
        var stored = (await pushes.ReadAsync(
                group.Id, first.AddDays(-HolidayRuling.MaxMove), last.AddDays(HolidayRuling.MaxMove)))
            .Select(push => push.Value)
            .ToList();
        var known = stored.Select(push => push.Id).ToHashSet(StringComparer.Ordinal);
        var rows = await pushes.ReadGroupAsync(group.Id);
        var lateness = settings.LimitsOf(rows.Limits?.Value).Lateness;
        var planned = await calendar.PlanAsync(board, group, brandTime.DayOf(now), last);
        var coming = stored
            .Where(push => push.State is PushState.Planned)
            .Concat(planned
                .Where(push => push.Time.At > now)
                .Select(push => CalendarRules.ToPush(push, group.Id, lateness))
                .Where(push => !known.Contains(push.Id)))
            .Where(push => push.DueAt <= to)
            .Select(board.DueOf)
            .ToList();
        var read = await facts.ReadAsync(group, rows, board, coming, now, to);
        return (
            [.. stored.Where(push => push.State is not PushState.Planned && push.DueAt >= from && push.DueAt <= to)],
            [.. PushForecast.Play(coming, read).Where(forecast => forecast.At >= from && forecast.At <= to)]);
    }
}
