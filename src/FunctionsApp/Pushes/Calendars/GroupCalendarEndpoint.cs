using Community.Pushes.Occurrences;
using Community.Pushes.Sending;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Selling.Conversions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>
/// Something that happens in a group. <c>kind</c> is <c>Push</c>, <c>Conversion</c>, <c>FlashSale</c> or
/// <c>Onboarding</c>; <c>state</c> is that of the push or delivery, <c>WillSend</c> or <c>WillSkip</c> for a push to
/// come, and <c>Planned</c>, <c>Held</c>, <c>Closed</c> or <c>Ended</c> for the others.
/// </summary>
public sealed record CalendarItem(DateTimeOffset At, string Kind, string What, string State, string? Reason);

public sealed class GroupCalendarEndpoint(
    GroupStore groups,
    PushPreviewReader previews,
    GroupSaleStore sales,
    FlashSaleEntries flashSales,
    OnboardingForecast onboarding,
    TimeProvider clock)
{
    /// <summary>
    /// What was and will be sent in the group, in order of time. <c>from</c> is now by default, <c>to</c> 14 days later
    /// and at most 31.
    /// </summary>
    [Function("GetGroupCalendar")]
    [Response<CalendarView>]
    [Query<DateTimeOffset>("from", "Now when absent; at most 366 days ahead.")]
    [Query<DateTimeOffset>("to", "14 days after from when absent, at most 31.")]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/groups/{groupId}/calendar")] HttpRequest request,
        string groupId)
    {
        var (range, problem) = CalendarRange.Read(request, clock.GetUtcNow());
        if (problem is not null) return problem;
        if (await groups.FindAsync(groupId) is not { Value: var group }) return GroupEndpoints.NotFound(groupId);
        var (past, coming) = await previews.ReadAsync(group, range!.From, range.To);
        var inGroup = await sales.FindAsync(groupId, range.From);
        var items = past.Select(ItemOf)
            .Concat(coming.Select(ItemOf))
            .Concat(inGroup.SelectMany(GroupSaleEntries.ItemsOf))
            .Concat(await flashSales.ReadAsync(group, range))
            .Concat((await onboarding.ReadAsync(group)).Select(ItemOf))
            .Where(item => range.Contains(item.At))
            .OrderBy(item => item.At);
        return ApiJson.Json(new CalendarView([.. items]));
    }

    static CalendarItem ItemOf(OnboardingMessage message) =>
        new(message.At, "Onboarding", message.Step, "Planned", Reason: null);

    static CalendarItem ItemOf(Push push) => new(
        push.SentAt ?? push.DueAt,
        "Push",
        push.ContentId ?? push.SlotId,
        push.State.ToString(),
        push.Skip?.Reason ?? push.FailureReason);

    static CalendarItem ItemOf(ForecastPush forecast)
    {
        var skip = (forecast.Outcome as PushOutcome.Skip)?.Reason;
        return new CalendarItem(
            forecast.At,
            "Push",
            forecast.Item?.Id ?? forecast.Push.ContentId ?? forecast.Push.SlotId,
            skip is null ? "WillSend" : "WillSkip",
            skip?.Reason);
    }
}

public sealed record CalendarView(IReadOnlyList<CalendarItem> Items);
