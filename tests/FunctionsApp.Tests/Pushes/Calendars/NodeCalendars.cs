using FunctionsApp.Tests.Platform.Webhooks;

namespace FunctionsApp.Tests.Pushes.Calendars;

/// <summary>
/// The npm packages <c>cron-parser</c>, <c>rrule</c>, <c>lunar-javascript</c> and <c>chinese-days</c>, one Node.js
/// process for each batch.
/// </summary>
static class NodeCalendars
{
    public static Task<Answer> RunAsync(IEnumerable<CronRequest> cron) => RunAsync(new { cron });

    public static Task<Answer> RunAsync(IEnumerable<RruleRequest> rrule) => RunAsync(new { rrule });

    public static Task<Answer> DaysAsync(DateOnly from, DateOnly to) => RunAsync(new { days = new { from, to } });

    static Task<Answer> RunAsync(object request) => NodePeer.RunAsync<Answer>("calendars.mjs", request);

    public sealed record CronRequest(string Expression, string Zone, DateTimeOffset From, DateTimeOffset To);

    public sealed record RruleRequest(string Rule, DateOnly Start, DateOnly To);

    public sealed record Day(DateOnly Date, int Month, int LunarMonth, int LunarDay, bool Leap, bool Workday);

    public sealed record Answer(
        IReadOnlyList<IReadOnlyList<DateTimeOffset>> Cron,
        IReadOnlyList<IReadOnlyList<DateOnly>> Rrule,
        IReadOnlyList<Day> Days);
}
