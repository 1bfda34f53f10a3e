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
        Group group, DateTimeOffset from, DateTimeOffset to) =>
        await ReadAsync(await plans.ReadAsync(), group, from, to);

    /// <summary>The same with plans that were read for several groups.</summary>
    public async Task<(IReadOnlyList<Push> Past, IReadOnlyList<ForecastPush> Coming)> ReadAsync(
        PushBoard board, Group group, DateTimeOffset from, DateTimeOffset to)
    {
        var now = clock.GetUtcNow();
        var (first, last) = (brandTime.DayOf(from < now ? from : now), brandTime.DayOf(to));
        var stored = await pushes.ReadAsync(
            group.Id, first.AddDays(-HolidayRuling.MaxMove), last.AddDays(HolidayRuling.MaxMove));
        var known = new KnownPushes(
            board,
            await pushes.ReadGroupAsync(group.Id),
            [.. stored.Select(push => push.Value)],
            await calendar.PlanAsync(board, group, brandTime.DayOf(now), last));
        return (
            [
                .. known.Stored.Where(push =>
                    push.State is not PushState.Planned && push.DueAt >= from && push.DueAt <= to),
            ],
            [.. (await ForecastAsync(group, known, to)).Where(forecast => forecast.At >= from && forecast.At <= to)]);
    }

    /// <summary>The forecast from now to an instant, up to which everything is known.</summary>
    public async Task<IReadOnlyList<ForecastPush>> ForecastAsync(Group group, KnownPushes known, DateTimeOffset to)
    {
        var now = clock.GetUtcNow();
        var ids = known.Stored.Select(push => push.Id).ToHashSet(StringComparer.Ordinal);
        var lateness = settings.LimitsOf(known.Rows.Limits?.Value).Lateness;
        var coming = known.Stored
            .Where(push => push.State is PushState.Planned)
            .Concat(known.Planned
                .Where(push => push.Time.At > now)
                .Select(push => CalendarRules.ToPush(push, group.Id, lateness))
                .Where(push => !ids.Contains(push.Id)))
            .Where(push => push.DueAt <= to)
            .Select(known.Board.DueOf)
            .ToList();
        var read = await facts.ReadAsync(group, known.Rows, known.Board, coming, now, to);
        return [.. PushForecast.Play(coming, read)];
    }
}

/// <summary>
/// What a forecast of a group follows from: the plans, what the group may still be sent, its stored pushes, and the
/// occurrences of its plans, some of which are stored.
/// </summary>
public sealed record KnownPushes(
    PushBoard Board, GroupPushRows Rows, IReadOnlyList<Push> Stored, IReadOnlyList<PlannedPush> Planned);
