using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Acquisition.Rewards;
using FunctionsApp.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>Creates campaigns with invitations through the API.</summary>
static class CampaignClient
{
    public static readonly JsonObject Discount =
        Tier(1, new JsonObject { ["kind"] = "Discount", ["percentOff"] = 30, ["title"] = "7折" });

    public static JsonObject Tier(int invites, JsonObject reward) =>
        new() { ["invites"] = invites, ["reward"] = reward };

    public static JsonObject Mug(int invites, int stock = 100) =>
        Tier(invites, new JsonObject { ["kind"] = "Gift", ["title"] = "马克杯", ["costMinor"] = 290, ["stock"] = stock });

    /// <summary>A valid body of a campaign that opened yesterday and lasts a month.</summary>
    public static JsonObject Campaign(
        AppHost app, string id, string group, string mode = "PosterShare", params IEnumerable<JsonObject> tiers)
    {
        var body = SampleBodies.Campaign(id, app.Now.AddDays(-1), app.Now.AddDays(30), group);
        body["mode"] = mode;
        body["tiers"] = new JsonArray([.. tiers.Select(tier => tier.DeepClone())]);
        return body;
    }

    /// <summary>Creates a campaign with one new group.</summary>
    public static async Task<(string Campaign, string Group)> DriveAsync(
        this AppHost app,
        string mode = "PosterShare",
        Action<JsonObject>? change = null,
        params IEnumerable<JsonObject> tiers)
    {
        var (id, group) = (app.NewId("drive"), await app.GroupAsync(capacity: 500));
        var body = Campaign(app, id, group, mode, tiers);
        change?.Invoke(body);
        (await app.PostAsync("/api/campaigns", body)).Expecting(HttpStatusCode.Created);
        return (id, group);
    }

    public static async Task<ParticipantView> ParticipantAsync(this AppHost app, string campaign, string member) =>
        (await app.SendAsync(HttpMethod.Put, $"/api/campaigns/{campaign}/participants/{member}", null))
            .Expecting(HttpStatusCode.OK).As<ParticipantView>();

    /// <summary>People join by the inviter's personal code, a minute apart.</summary>
    public static async Task InviteAsync(
        this AppHost app, string campaign, string group, string inviter, int count, int from = 0)
    {
        var code = (await app.ParticipantAsync(campaign, inviter)).Code;
        for (var n = from; n < from + count; n++)
            await app.JoinAsync(group, Invitee(inviter, n), code, app.Now.AddMinutes(n - 60));
    }

    public static string Invitee(string inviter, int n) =>
        $"{inviter}-guest-{n.ToString(CultureInfo.InvariantCulture)}";

    public static Task<IReadOnlyList<StandingView>> StandingsAsync(this AppHost app, string campaign) =>
        app.ListAsync<StandingView>($"/api/campaigns/{campaign}/standings?");

    public static async Task<StandingView> StandingAsync(this AppHost app, string campaign, string member) =>
        (await app.StandingsAsync(campaign)).Single(standing => standing.MemberId == member);

    public static Task<IReadOnlyList<OwnedRewardView>> RewardsAsync(this AppHost app, string member) =>
        app.ListAsync<OwnedRewardView>($"/api/rewards?memberId={member}");
}
