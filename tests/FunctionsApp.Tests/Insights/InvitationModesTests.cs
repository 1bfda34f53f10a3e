using System.Net;
using System.Text.Json;
using FunctionsApp.Tests.Acquisition.Standings;

namespace FunctionsApp.Tests.Insights;

public sealed class InvitationModesTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Two_campaigns_are_compared_by_their_counts()
    {
        var (shared, group) = await app.DriveAsync();
        var (direct, _) = await app.DriveAsync("DirectInvite");
        await app.InviteAsync(shared, group, "ann", count: 3);
        await app.ParticipantAsync(shared, "bob");
        await app.LeaveAsync(group, CampaignClient.Invitee("ann", 0));

        var json = (await app.GetAsync($"/api/insights/invitation-modes?a={shared}&b={direct}"))
            .Expecting(HttpStatusCode.OK)
            .Json;

        var counted = json.GetProperty("a").GetProperty("counted");
        Assert.Equal((2, 1), (Number(counted, "participants"), Number(counted, "inviters")));
        Assert.Equal((3, 2), (Number(counted, "joins"), Number(counted, "retained")));
        Assert.Equal("DirectInvite", json.GetProperty("b").GetProperty("mode").GetString());
        var difference = json.GetProperty("differences")
            .EnumerateArray()
            .Single(one => one.GetProperty("figure").GetString() == "invitedSomebody");
        Assert.Equal(0.5, difference.GetProperty("difference").GetDouble());
        Assert.False(difference.GetProperty("enoughData").GetBoolean());
        Assert.Equal("not enough data", difference.GetProperty("sentence").GetString());
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?a=nowhere", HttpStatusCode.BadRequest)]
    [InlineData("?a=nowhere&b=nowhere", HttpStatusCode.NotFound)]
    public async Task Comparison_needs_two_existing_campaigns(string query, HttpStatusCode status) =>
        Assert.Equal(status, (await app.GetAsync($"/api/insights/invitation-modes{query}")).Status);

    static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
