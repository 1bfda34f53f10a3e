using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Deliveries;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Tests.Acquisition.Standings;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.Deliveries;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Acquisition.Campaigns;

/// <summary>What those are told who came with a campaign, brought nobody and are still there (仍有期待).</summary>
public sealed class NextStepTests(AppHost app) : IClassFixture<AppHost>
{
    const string Text = "还没带朋友来也没关系：周三晚上有新茶品鉴，记得来。";

    [Fact]
    public async Task Settled_campaign_tells_its_next_step_once_in_the_group_where_somebody_expects_it()
    {
        var (campaign, group) = await DriveAsync();
        var empty = await app.GroupAsync();
        await PatchAsync(campaign, new JsonObject { ["groupIds"] = new JsonArray(group, empty) });
        await app.InviteAsync(campaign, group, "ann", count: 2);
        await app.JoinAsync(group, "ann");
        await app.LeaveAsync(group, CampaignClient.Invitee("ann", 1));

        var expecting = await ExpectingAsync(campaign);
        Assert.Equal([group, empty], expecting.Select(each => each.GroupId));
        Assert.Equal(CampaignClient.Invitee("ann", 0), Assert.Single(expecting[0].Members).MemberId);
        Assert.Equal((1, 0), (expecting[0].Count, expecting[1].Count));

        await app.AdvanceAsync(TimeSpan.FromHours(25));
        Assert.Empty(await ToldAsync(group));
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        var told = Assert.Single(await ToldAsync(group));
        Assert.Equal((Text, DeliveryState.Sent), (told.Text, told.State));
        Assert.Empty(await ToldAsync(empty));
    }

    [Fact]
    public async Task Cancelled_campaign_and_one_without_a_next_step_tell_nothing()
    {
        var (cancelled, first) = await DriveAsync();
        var (silent, second) = await DriveAsync();
        await PatchAsync(silent, new JsonObject { ["nextStep"] = null });
        foreach (var group in new[] { first, second }) await app.JoinAsync(group, app.NewId("guest"));
        (await app.SendAsync(HttpMethod.Post, $"/api/campaigns/{cancelled}/cancel", null)).Expecting(HttpStatusCode.OK);

        await app.AdvanceAsync(TimeSpan.FromHours(30));

        Assert.Empty(await ToldAsync(first));
        Assert.Empty(await ToldAsync(second));
    }

    [Fact]
    public async Task Held_group_is_told_when_it_is_released()
    {
        var (_, group) = await DriveAsync();
        await app.JoinAsync(group, app.NewId("guest"));
        await app.HoldGroupAsync(group);

        await app.AdvanceAsync(TimeSpan.FromHours(30));
        Assert.NotEqual(DeliveryState.Sent, Assert.Single(await ToldAsync(group)).State);
        await app.ReleaseGroupAsync(group);
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(DeliveryState.Sent, Assert.Single(await ToldAsync(group)).State);
    }

    [Fact]
    public async Task Expecting_members_come_by_pages_of_groups_and_an_unknown_campaign_is_404()
    {
        var (campaign, group) = await DriveAsync();
        var other = await app.GroupAsync();
        await PatchAsync(campaign, new JsonObject { ["groupIds"] = new JsonArray(group, other) });

        var answer = await app.GetAsync($"/api/campaigns/{campaign}/expecting?top=1");
        var first = answer.Expecting(HttpStatusCode.OK).Json;

        Assert.Equal(group, first.GetProperty("items")[0].GetProperty("groupId").GetString());
        Assert.NotNull(first.GetProperty("continuation").GetString());
        (await app.GetAsync("/api/campaigns/none/expecting")).IsProblem(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("7")]
    public async Task Wrong_next_step_is_refused(string json)
    {
        var (campaign, _) = await DriveAsync();
        var body = CampaignClient.Campaign(app, app.NewId("drive"), await app.GroupAsync());
        body["nextStep"] = JsonNode.Parse(json);

        (await app.PostAsync("/api/campaigns", body)).ExpectingInvalid("nextStep");
        (await app.SendAsync(
            HttpMethod.Patch,
            $"/api/campaigns/{campaign}",
            AppHost.Json(new JsonObject { ["nextStep"] = JsonNode.Parse(json) }))).ExpectingInvalid("nextStep");
    }

    [Fact]
    public async Task Next_step_that_pays_for_sharing_is_refused()
    {
        var body = CampaignClient.Campaign(app, app.NewId("drive"), await app.GroupAsync());
        body["nextStep"] = "转发朋友圈领红包";

        (await app.PostAsync("/api/campaigns", body)).ExpectingInvalid("nextStep");
    }

    Task<(string Campaign, string Group)> DriveAsync() => app.DriveAsync(change: body =>
    {
        body["closesAt"] = app.Now.AddHours(2);
        body["nextStep"] = Text;
    });

    async Task PatchAsync(string campaign, JsonObject edit) =>
        (await app.SendAsync(HttpMethod.Patch, $"/api/campaigns/{campaign}", AppHost.Json(edit)))
        .Expecting(HttpStatusCode.OK);

    Task<IReadOnlyList<ExpectingView>> ExpectingAsync(string campaign) =>
        app.ListAsync<ExpectingView>($"/api/campaigns/{campaign}/expecting?");

    async Task<IReadOnlyList<DeliveryView>> ToldAsync(string group) =>
        [.. (await app.DeliveriesAsync(group)).Where(line => line.Step == NextStepSender.Step)];
}
