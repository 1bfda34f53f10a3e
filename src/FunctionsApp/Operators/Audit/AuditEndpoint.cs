using Community.Platform;
using Community.Pushes.Calendars;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Operators.Audit;

/// <summary>What was changed on a day, and by whom.</summary>
public sealed class AuditEndpoint(AuditLog audit, BrandTime time, TimeProvider clock)
{
    /// <summary>The changes and sign-ins of a local day by pages, newest first.</summary>
    [Function("ListAudit")]
    [RequiredRole(OperatorRole.Administrator)]
    [Page<AuditView>]
    [Query<DateOnly>("date", "The local day; today when absent.")]
    [Query<string>("by", "Only entries under this name; a page may then hold fewer items than asked for.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request)
    {
        var text = QueryFields.Text(request, "date");
        var today = time.DayOf(clock.GetUtcNow());
        if ((text is null ? today : LocalDayText.Parse(text)) is not { } day)
            return Problems.Invalid("date", "must be a date such as 2026-12-01.");
        var by = QueryFields.Text(request, "by");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
            (await audit.PageAsync(day, size, continuation))
                .Where(entry => by is null || entry.By == by)
                .Map(AuditView.From));
    }
}
