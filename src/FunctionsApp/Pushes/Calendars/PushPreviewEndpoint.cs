using Community.Content;
using Community.Groups;
using Community.Pushes.Guards;
using Community.Pushes.Sending;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Pushes.Plans;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Calendars;

/// <summary><c>outcome</c> is <c>WillSend</c> or <c>WillSkip</c>, with the reason.</summary>
public sealed record PreviewItem(
    DateTimeOffset At,
    string GroupId,
    string SlotId,
    string? ContentId,
    int? Variant,
    string Outcome,
    PushGuard? Guard,
    string? Reason)
{
    public static PreviewItem From(ForecastPush forecast)
    {
        var (push, skip) = (forecast.Push, (forecast.Outcome as PushOutcome.Skip)?.Reason);
        return new PreviewItem(
            forecast.At,
            push.GroupId,
            push.SlotId,
            forecast.Item?.Id ?? push.ContentId,
            forecast.Item is { } item ? ContentVariants.Assign(item, push.GroupId) : null,
            skip is null ? "WillSend" : "WillSkip",
            skip?.Guard,
            skip?.Reason);
    }
}

public sealed class PushPreviewEndpoint(
    PushPlanStore plans, GroupStore groups, PushPreviewReader previews, TimeProvider clock)
{
    const int GroupsPerPage = 20;

    /// <summary>
    /// What the plan will send in its groups, and what not and why, by pages of 20 groups. <c>from</c> is now by
    /// default, <c>to</c> 14 days later and at most 31.
    /// </summary>
    [Function("PreviewPushPlan")]
    [Page<PreviewItem>]
    [Query<DateTimeOffset>("from", "Now when absent; at most 366 days ahead.")]
    [Query<DateTimeOffset>("to", "14 days after from when absent, at most 31.")]
    public async Task<IResult> Preview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/push-plans/{planId}/preview")]
        HttpRequest request,
        string planId)
    {
        var (range, problem) = CalendarRange.Read(request, clock.GetUtcNow());
        if (problem is not null) return problem;
        if (await plans.FindAsync(planId) is not { Value: var plan }) return PushPlanEndpoints.NotFound(planId);
        return await Paging.AnswerAsync(request, async (_, continuation) =>
        {
            var page = await groups.PageAsync(GroupsPerPage, continuation);
            var board = await plans.ReadAsync();
            List<PreviewItem> items = [];
            foreach (var group in page.Items.Where(group => group.IsAlive && plan.Audience.Contains(group)))
                items.AddRange(await PreviewAsync(board, group, planId, range!));
            return new Slice<PreviewItem>([.. items.OrderBy(item => item.At)], page.Continuation);
        });
    }

    async Task<IEnumerable<PreviewItem>> PreviewAsync(
        PushBoard board, Group group, string planId, CalendarRange range)
    {
        var (_, coming) = await previews.ReadAsync(board, group, range.From, range.To);
        return coming.Where(forecast => forecast.Push.PlanId == planId).Select(PreviewItem.From);
    }
}
