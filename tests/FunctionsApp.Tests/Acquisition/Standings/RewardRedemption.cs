using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>Redeems rewards through the API.</summary>
static class RewardRedemption
{
    public static Task<ApiAnswer> RedeemAsync(this AppHost app, string reward, string key, string? address = null) =>
        app.PostAsync(
            $"/api/rewards/{reward}/redeem", new JsonObject { ["address"] = address }, ("Idempotency-Key", key));
}
