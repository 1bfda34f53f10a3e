using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community.Messaging.StaffTasks;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Acquisition.Scans;

namespace FunctionsApp.Tests.Acquisition.Campaigns;

public sealed class CampaignGroupsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Added_group_is_live_when_the_others_are_full()
    {
        var (first, second, third) =
            (await app.GroupAsync(capacity: 1), await app.GroupAsync(capacity: 1), await app.GroupAsync());
        var (campaign, code) = await app.CampaignAsync(first);
        await app.JoinAsync(first, "u1", code);
        Assert.Single(await AddGroupTasksAsync(campaign));

        var edited = await EditAsync(campaign, Groups(first, second));
        await app.AdvanceAsync(TimeSpan.FromSeconds(2));

        Assert.Equal([first, second], edited.Expecting(HttpStatusCode.OK).As<CampaignView>().GroupIds);
        Assert.Equal(second, await app.LandingGroupAsync(code));
        Assert.Empty(await AddGroupTasksAsync(campaign));

        await app.JoinAsync(second, "u2", code);
        Assert.Single(await AddGroupTasksAsync(campaign));
        (await EditAsync(campaign, Groups(first, second, third))).Expecting(HttpStatusCode.OK);
        (await EditAsync(campaign, Groups(first, second, third))).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(third, await app.LandingGroupAsync(code));
        Assert.Empty(await AddGroupTasksAsync(campaign));
    }

    [Fact]
    public async Task Joins_in_an_added_group_count_in_the_campaign()
    {
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());
        var id = app.NewId("campaign");
        var body = SampleBodies.Campaign(id, app.Now.AddDays(-1), app.Now.AddDays(30), first);
        body["mode"] = "DirectInvite";
        (await app.PostAsync("/api/campaigns", body)).Expecting(HttpStatusCode.Created);
        (await EditAsync(id, Groups(first, second))).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromSeconds(2));

        await app.BringAsync(second, "bob", "ann");

        Assert.Equal(1, (await app.GetCampaignAsync(id)).Credits);
    }

    [Fact]
    public async Task Groups_can_only_be_added()
    {
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());
        var (gone, ends) = (await app.GroupAsync(), await app.GroupAsync());
        await app.DissolvedAsync(gone);
        var (campaign, _) = await app.CampaignAsync(first, second);

        foreach (var wanted in new[]
        {
            Groups(second, first), Groups(first), Groups(ends, first, second), Groups(first, second, second),
            Groups(first, second, "unknown-group"), Groups(first, second, gone),
            new JsonObject { ["groupIds"] = null }, new JsonObject { ["groupIds"] = new JsonArray() },
        })
        {
            var refused = (await EditAsync(campaign, wanted)).Expecting(HttpStatusCode.BadRequest);
            Assert.Contains("groupIds", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal([first, second], (await app.GetCampaignAsync(campaign)).GroupIds);
    }

    [Fact]
    public async Task Null_clears_the_tiers_and_is_refused_for_the_closing_instant()
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        var tiers = new JsonArray(Standings.CampaignClient.Discount.DeepClone());
        (await EditAsync(campaign, new JsonObject { ["tiers"] = tiers })).Expecting(HttpStatusCode.OK);

        var refused = await EditAsync(campaign, new JsonObject { ["closesAt"] = null });
        var cleared = await EditAsync(campaign, new JsonObject { ["tiers"] = null });

        Assert.Contains("closesAt", refused.Expecting(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
        Assert.Empty(cleared.Expecting(HttpStatusCode.OK).As<CampaignView>().Tiers);
    }

    static JsonObject Groups(params IEnumerable<string> ids) =>
        new() { ["groupIds"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };

    Task<ApiAnswer> EditAsync(string campaign, JsonObject edit) =>
        app.SendAsync(HttpMethod.Patch, $"/api/campaigns/{campaign}", JsonContent.Create(edit));

    async Task<IEnumerable<StaffTaskView>> AddGroupTasksAsync(string campaign) =>
        (await app.ListAsync<StaffTaskView>("/api/tasks?status=open")).Where(task =>
            task.Kind is StaffTaskKind.AddGroup && task.Title.Contains(campaign, StringComparison.Ordinal));
}
