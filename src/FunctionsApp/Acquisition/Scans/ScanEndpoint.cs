using Community.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Records the scan of a QR code and redirects to the landing page.</summary>
public sealed class ScanEndpoint(CodeCache codes, ScanBatcher scans, TimeProvider clock)
{
    /// <summary>
    /// 302 to <c>/g/{code}</c> once the scan is stored; 404 for an unknown code, 410 when the campaign has ended, 503
    /// when the scan cannot be stored.
    /// </summary>
    [Function("Scan")]
    public async Task<IResult> Scan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "s/{code}")] HttpRequest request, string code)
    {
        if (await codes.FindAsync(code) is not { } target) return Problems.NotFound("This code leads nowhere.");
        if (target.Campaign.StateAt(clock.GetUtcNow()) >= CampaignState.Closed)
            return Problems.Gone("The campaign of this code has ended.");
        return await StorageProblems.AnswerAsync(() => RecordAsync(target), "The scan could not be recorded.");
    }

    async Task<IResult> RecordAsync(CodeTarget target)
    {
        await scans.RecordAsync(target);
        return Results.Redirect($"/g/{target.Code.Code}");
    }
}
