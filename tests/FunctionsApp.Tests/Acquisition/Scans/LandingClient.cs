using System.Net;
using FunctionsApp.Acquisition.Campaigns;

namespace FunctionsApp.Tests.Acquisition.Scans;

/// <summary>Reads the landing page of a code.</summary>
static class LandingClient
{
    public static Task<ApiAnswer> LandAsync(this AppHost app, string code, string accept = "application/json") =>
        app.GetAsync($"/g/{code}", ("Accept", accept));

    public static async Task<string?> LandingGroupAsync(this AppHost app, string code)
    {
        await app.AdvanceAsync(CampaignCache.Freshness);
        return (await app.LandAsync(code)).Expecting(HttpStatusCode.OK).Json.GetProperty("groupId").GetString();
    }
}
