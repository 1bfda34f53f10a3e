using Community.Insights.Groups;
using Community.Insights.Pushes;
using FunctionsApp.Groups;
using FunctionsApp.Insights.Pushes;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights.Groups;

/// <summary>How a group grew and shrank.</summary>
public sealed class GroupInsightsEndpoint(GroupStore groups, BrandTime time, TimeProvider clock)
{
    /// <summary>
    /// Joins and leaves by local day, with the leaves that the 14 days before let expect, from the day on which the
    /// group opened; 400 for a wrong range.
    /// </summary>
    [Function("GroupInsights")]
    [Response<GroupInsightsView>]
    [Query<DateOnly>("from", "The first local day, or an instant of it; 6 days before to when absent.")]
    [Query<DateOnly>("to", "The last local day, or an instant of it; today when absent. At most 92 days.")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/groups/{groupId}")]
        HttpRequest request,
        string groupId)
    {
        var now = clock.GetUtcNow();
        var (range, problem) = InsightRange.Read(request, time, now);
        if (problem is not null) return problem;
        if (await groups.FindAsync(groupId) is not { Value: var group })
            return Problems.NotFound($"There is no group {groupId}.");
        var attendance = new AttendanceHistory(await groups.AllMembersAsync(groupId));
        var known = new GroupAttendance(attendance, group.OpenedAt ?? group.CreatedAt, now);
        var days = AttendanceDayRules.Decide(known, range!.From, range.To, time.Zone);
        return ApiJson.Json(new GroupInsightsView(groupId, [.. days.Select(AttendanceDayView.From)]));
    }
}

/// <summary>The days of a group, the earliest first.</summary>
public sealed record GroupInsightsView(string GroupId, IReadOnlyList<AttendanceDayView> Days);

/// <summary>
/// A local day. <c>members</c> are those at its end, or now. The expected leaves are null for a group that is younger
/// than 8 days. Of a member who left and came back only the latest leave and join are known.
/// </summary>
public sealed record AttendanceDayView(
    DateOnly Date, int Members, int Joins, int Leaves, int? ExpectedLow, int? ExpectedHigh)
{
    public static AttendanceDayView From(AttendanceDay day) =>
        new(day.Date, day.Members, day.Joins, day.Leaves, day.Expected?.Low, day.Expected?.High);
}
