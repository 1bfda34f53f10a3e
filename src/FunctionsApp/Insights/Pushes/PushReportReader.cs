using Community.Groups;
using Community.Insights.Pushes;
using Community.Pushes.Calendars;
using Community.Pushes.Occurrences;
using FunctionsApp.Content.Sending;
using FunctionsApp.Groups;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Sending;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// Reads what followed the pushes of a group: its members and its pushes with one request each, and the clicks of each
/// sent push.
/// </summary>
public sealed class PushReportReader(
    PushStore pushes, GroupStore groups, PushLibraryReader library, ClickCountStore clicks, TimeProvider clock)
{
    // A push that was moved keeps the date of its plan.
    static readonly int Margin = PushMoves.Furthest.Days + HolidayRuling.MaxMove;

    /// <summary>The pushes that were planned for these local days, at least one, in their order.</summary>
    public async Task<IReadOnlyList<PushReport>> ReadAsync(Group group, params IReadOnlyCollection<DateOnly> days)
    {
        var reading = pushes.ReadAsync(group.Id, days.Min().AddDays(-Margin), days.Max().AddDays(Margin));
        var attendance = new AttendanceHistory(await groups.AllMembersAsync(group.Id));
        var read = (await reading).Select(row => row.Value).ToList();
        var timeline = new GroupTimeline(
            [.. from push in read where push.SentAt is not null select new SentPush(push.Id, push.SentAt!.Value)],
            attendance,
            group.OpenedAt ?? group.CreatedAt,
            clock.GetUtcNow());
        var responses = PushResponseRules.Decide(timeline);
        var asked = read.Where(push => days.Contains(PushId.DateOf(push)));
        return await Task.WhenAll(asked.Select(push => ReportAsync(push, responses.GetValueOrDefault(push.Id))));
    }

    async Task<PushReport> ReportAsync(Push push, PushResponse? response)
    {
        var item = push.ContentId is { } contentId ? await library.FindAsync(contentId) : null;
        return new PushReport(push, item, response, response is null ? PushClicks.None : await ClicksAsync(push));
    }

    async Task<PushClicks> ClicksAsync(Push push)
    {
        var offer = ContentLinkService.OfferOf(PushDeliveries.CauseOf(push.Id));
        var (all, first) = await clicks.CountOccurrenceAsync(offer, push.GroupId);
        return new PushClicks(all, first);
    }
}
