using System.Net;

namespace FunctionsApp.Tests.Acquisition.Campaigns;

public sealed class CampaignApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task New_campaign_is_201_with_the_requested_fields()
    {
        var (id, group) = (app.NewId("campaign"), await app.GroupAsync());

        var made = await app.PostAsync("/api/campaigns", SampleBodies.Campaign(id, app.Now, app.Now.AddDays(1), group));

        Assert.Equal((HttpStatusCode.Created, $"/api/campaigns/{id}"), (made.Status, made.Location));
        Assert.Equal((id, $"春茶节 {id}", "PosterShare", "Open"), (Text("id"), Text("name"), Text("mode"), Text("state")));
        Assert.Equal(
            (app.Now, app.Now.AddDays(1)),
            (Instant("opensAt"), Instant("closesAt")));
        Assert.Equal([group], made.Json.GetProperty("groupIds").EnumerateArray().Select(item => item.GetString()));

        string? Text(string field) => made.Json.GetProperty(field).GetString();

        DateTimeOffset Instant(string field) => made.Json.GetProperty(field).GetDateTimeOffset();
    }

    [Fact]
    public async Task Groups_keep_the_order_of_the_request()
    {
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());

        var (campaign, _) = await app.CampaignAsync(second, first);

        Assert.Equal([second, first], (await app.GetCampaignAsync(campaign)).GroupIds);
    }

    [Fact]
    public async Task Repeat_is_200_and_another_campaign_with_the_same_id_409()
    {
        var body = SampleBodies.Campaign(app.NewId("campaign"), app.Now, app.Now.AddDays(1), await app.GroupAsync());
        (await app.PostAsync("/api/campaigns", body)).Expecting(HttpStatusCode.Created);

        (await app.PostAsync("/api/campaigns", body)).Expecting(HttpStatusCode.OK);
        body["mode"] = "DirectInvite";
        (await app.PostAsync("/api/campaigns", body)).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Repeat_after_the_end_of_the_campaign_is_200()
    {
        var body = SampleBodies.Campaign(app.NewId("campaign"), app.Now, app.Now.AddHours(1), await app.GroupAsync());
        await app.PostAsync("/api/campaigns", body);
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        (await app.PostAsync("/api/campaigns", body)).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task State_follows_the_clock()
    {
        var id = app.NewId("campaign");
        await app.PostAsync(
            "/api/campaigns",
            SampleBodies.Campaign(id, app.Now.AddHours(1), app.Now.AddHours(2), await app.GroupAsync()));

        List<string> states = [];
        for (var hour = 0; hour < 3; hour++)
        {
            states.Add((await app.GetCampaignAsync(id)).State.ToString());
            await app.AdvanceAsync(TimeSpan.FromHours(1));
        }

        Assert.Equal(["Planned", "Open", "Closed"], states);
    }
}
