using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>Reports of rehearsals, which are made elsewhere and kept here.</summary>
public sealed class RehearsalEndpoints(RehearsalStore rehearsals, IValidator<RehearsalReport> validator)
{
    const string Route = "api/rehearsals";

    /// <summary>
    /// 201 with the address of a report that is kept now, 200 for one that is kept already: its id follows from what it
    /// says. 400 for a document of another schema or version and for one that cannot be read, 413 for one of more than
    /// 8 MiB, 409 when 200 are kept.
    /// </summary>
    [Function("KeepRehearsal")]
    [Request<RehearsalReport>, Response<RehearsalView>(201), Response<RehearsalView>, Problem(409)]
    public async Task<IResult> Keep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request)
    {
        if (!request.HasJsonContentType()) return RequestBody.NotJson;
        if (await RequestBody.ReadBytesAsync(request, RehearsalReportReader.MaxBytes) is not { } bytes)
            return Problems.BodyTooLarge(RehearsalReportReader.MaxBytes);
        var (report, problem) = RehearsalReportReader.Read(bytes, validator);
        if (problem is not null) return problem;
        var kept = await rehearsals.KeepAsync(report!, request.HttpContext.GetCaller()?.Name);
        if (kept.Report is null) return TooMany;
        var location = $"/{Route}/{kept.Report.Id}";
        if (!kept.IsSame)
            return Problems.Conflict(ConflictKind.AlreadyExists, $"{location} is the report of another rehearsal.");
        request.HttpContext.Response.Headers.Location = location;
        return ApiJson.Json(
            RehearsalView.Of(kept.Report), kept.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>Reports by pages without their contents, the newest first.</summary>
    [Function("ListRehearsals")]
    [Page<RehearsalView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
            (await rehearsals.PageAsync(size, continuation)).Map(RehearsalView.Of));

    /// <summary>The whole report, as it was kept.</summary>
    [Function("GetRehearsal")]
    [Response<RehearsalReport>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/{{rehearsalId}}")] HttpRequest request,
        string rehearsalId) =>
        await rehearsals.ReadAsync(rehearsalId) is { } report
            ? Results.Bytes(report, "application/json; charset=utf-8")
            : NotFound(rehearsalId);

    /// <summary>Deletes the report.</summary>
    [Function("DeleteRehearsal")]
    [Response(204)]
    public async Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = $"{Route}/{{rehearsalId}}")] HttpRequest request,
        string rehearsalId) =>
        await rehearsals.DeleteAsync(rehearsalId) ? Results.NoContent() : NotFound(rehearsalId);

    internal static IResult NotFound(string id) => Problems.NotFound($"There is no rehearsal {id}.");

    static IResult TooMany => Problems.Conflict(
        ConflictKind.LimitReached,
        $"There are {RehearsalStore.MaxReports} reports of rehearsals already; delete one first.");
}
