using Community.Pushes.Calendars;
using Community.Pushes.DaySheets;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Pushes.Plans;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>Day sheets of owners of groups (今日节奏).</summary>
public sealed class DaySheetEndpoints(
    DaySheetStore sheets,
    DaySheetPushReader groups,
    DaySheetItemReader items,
    PushPlanStore plans,
    StaffStore staff,
    BrandTime brandTime,
    TimeProvider clock)
{
    /// <summary>
    /// The pushes that the owner sends on the day, in order of time; 404 for an unknown owner and for one without a
    /// sheet on the day.
    /// </summary>
    [Function("GetDaySheet")]
    [Response<DaySheetView>]
    [Problem(400)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/day-sheets/{owner}/{date}")] HttpRequest request,
        string owner,
        string date)
    {
        if (LocalDayText.Parse(date) is not { } day) return NoDate;
        if (await staff.FindAsync(owner) is null) return Problems.NotFound($"There is no staff member {owner}.");
        var sheet = await sheets.FindAsync(owner, day);
        var owned = await groups.GroupsAsync(owner, day);
        if (sheet is null && owned.Count == 0) return Problems.NotFound($"{owner} has no sheet on {date}.");
        var board = await plans.ReadAsync();
        var read = await Task.WhenAll(owned.Select(group => items.ReadAsync(board, group, day)));
        var inOrder = read.SelectMany(ofGroup => ofGroup)
            .OrderBy(item => item.At)
            .ThenBy(item => item.PushId, StringComparer.Ordinal);
        var taskId = sheet is null ? null : DaySheet.TaskIdOf(owner, day);
        return ApiJson.Json(new DaySheetView(owner, date, taskId, [.. inOrder]));
    }

    /// <summary>
    /// The sheets of a day that have opened, by pages in order of owner; <c>date</c> is today by default.
    /// </summary>
    [Function("ListDaySheets")]
    [Page<DaySheetSummary>]
    [Query<DateOnly>("date", "The local day; today when absent.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/day-sheets")] HttpRequest request)
    {
        var text = QueryFields.Text(request, "date");
        var today = brandTime.DayOf(clock.GetUtcNow());
        if ((text is null ? today : LocalDayText.Parse(text)) is not { } day) return NoDate;
        return await Paging.AnswerAsync(request, async (size, continuation) =>
            (await sheets.PageAsync(day, size, continuation)).Map(DaySheetSummary.From));
    }

    static IResult NoDate => Problems.Invalid("date", "must be a date such as 2026-12-01.");
}
