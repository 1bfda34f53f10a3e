using Community.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Records the scan of a QR code and redirects to the landing page.</summary>
public sealed class ScanEndpoint(CodeCache codes, ScanBatcher scans, TimeProvider clock)
{
    /// <summary>
    /// 302 to <c>/g/{code}</c> once the scan is stored; 404 for an unknown code, 410 when the campaign has ended, 503
    /// when the scan cannot be stored. HEAD answers the same and is no scan.
    /// </summary>
    [Function("Scan")]
    [Public]
    [Response(302), Problem(410, 503)]
    public Task<IResult> Scan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "s/{code}")] HttpRequest request,
        string code) =>
        StorageProblems.AnswerAsync(
            request, () => RecordAsync(request, code), "The scan could not be recorded.");

    async Task<IResult> RecordAsync(HttpRequest request, string code)
    {
        if (await codes.FindAsync(code) is not { } target) return Problems.NotFound("This code leads nowhere.");
        if (target.Campaign.StateAt(clock.GetUtcNow()) >= CampaignState.Closed)
            return Problems.Gone("The campaign of this code has ended.");
        if (!HttpMethods.IsHead(request.Method)) await scans.RecordAsync(target);
        return Results.Redirect($"/g/{target.Code.Code}");
    }
}
