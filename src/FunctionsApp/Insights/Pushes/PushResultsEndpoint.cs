using Community.Pushes.Occurrences;
using Community.Selling.Offers;
using FunctionsApp.Content.Sending;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Sending;
using FunctionsApp.Selling.Offers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights.Pushes;

/// <summary>What followed one push.</summary>
public sealed class PushResultsEndpoint(
    PushStore pushes,
    GroupStore groups,
    PushReportReader reader,
    PostedMessageStore messages,
    OfferSalesStore sales)
{
    /// <summary>
    /// The results of the push, computed now; its figures are null unless it was sent. 404 when there is none.
    /// </summary>
    [Function("PushResults")]
    [Response<PushResultsView>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/pushes/{pushId}/results")] HttpRequest request,
        string pushId)
    {
        if (await pushes.FindAsync(pushId) is not { Value: var push }) return PushCommandService.NotFound(pushId);
        if (push.SentAt is null) return ApiJson.Json(PushResultsView.NotSent(push));
        if (await groups.FindAsync(push.GroupId) is not { Value: var group })
            return PushCommandService.NotFound(pushId);
        var date = PushId.DateOf(push);
        var report = (await reader.ReadAsync(group, date)).First(report => report.Push.Id == push.Id);
        var until = report.Response!.LeaveCheck.Until;
        var replies = await messages.CountAsync(group.Id, push.SentAt.Value, until);
        return ApiJson.Json(PushResultsView.From(report, replies, await OrdersAsync(push)));
    }

    Task<OfferTotals> OrdersAsync(Push push) =>
        sales.TotalAsync(ContentLinkService.OfferOf(PushDeliveries.CauseOf(push.Id)), push.GroupId);
}
