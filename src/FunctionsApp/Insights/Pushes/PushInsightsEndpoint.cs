using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights.Pushes;

/// <summary>The pushes of a range of days, broken down.</summary>
public sealed class PushInsightsEndpoint(
    PushInsightsReader reader, GroupStore groups, BrandTime time, TimeProvider clock)
{
    /// <summary>
    /// The figures by kind, plan, owner and hour; 400 for a wrong range, 404 for an unknown group.
    /// </summary>
    [Function("PushInsights")]
    [Response<PushInsightsView>]
    [Query<DateOnly>("from", "The first local day, or an instant of it; 6 days before to when absent.")]
    [Query<DateOnly>("to", "The last local day, or an instant of it; today when absent. At most 92 days.")]
    [Query<string>("groupId", "Only pushes of this group; the figures are then computed now.")]
    [Problem(404)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/pushes")] HttpRequest request)
    {
        var (range, problem) = InsightRange.Read(request, time, clock.GetUtcNow());
        if (problem is not null) return problem;
        if (QueryFields.Text(request, "groupId") is not { } groupId)
            return ApiJson.Json(PushInsightsView.Create(range!, groupId: null, await reader.ReadAsync(range!)));
        return await groups.FindAsync(groupId) is { Value: var group }
            ? ApiJson.Json(PushInsightsView.Create(range!, groupId, await reader.ReadAsync(range!, group)))
            : Problems.NotFound($"There is no group {groupId}.");
    }
}
