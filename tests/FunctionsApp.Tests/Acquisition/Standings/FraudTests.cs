using System.Net;
using System.Text.Json.Nodes;
using Community.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class FraudTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Two_members_who_invite_each_other_wait_for_a_review()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", tiers: CampaignClient.Discount);
        await app.BringAsync(group, "bob", "ann", app.Now.AddMinutes(-2));
        Assert.Equal(RewardState.Granted, Assert.Single((await app.StandingAsync(campaign, "ann")).Rewards).State);

        await app.BringAsync(group, "ann", "bob", app.Now.AddMinutes(-1));

        Assert.All(await app.StandingsAsync(campaign), standing =>
        {
            Assert.Equal((0, 1), (standing.Credits, standing.UnderReview));
            Assert.Equal([FraudSignal.Ring], standing.Signals);
            Assert.Equal(RewardState.Withheld, Assert.Single(standing.Rewards).State);
        });
    }

    [Fact]
    public async Task Second_identity_of_the_inviter_waits_for_a_review()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        await app.BringAsync(group, "cat", "someone", unionId: "union-1");
        await app.BringAsync(group, "cat-2", "cat", unionId: "union-1");
        await app.BringAsync(group, "dog", "cat", unionId: "union-2");

        var cat = await app.StandingAsync(campaign, "cat");
        Assert.Equal((1, 1), (cat.Credits, cat.UnderReview));
        Assert.Equal([FraudSignal.SecondIdentity], cat.Signals);
    }

    [Fact]
    public async Task Burst_of_ten_joins_waits_for_a_review_and_an_earlier_join_does_not()
    {
        var (campaign, group) = await app.DriveAsync();
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;
        await app.JoinAsync(group, "early", code, app.Now.AddHours(-1));

        for (var n = 0; n < Burst.Size; n++)
            await app.JoinAsync(group, CampaignClient.Invitee("ann", n), code, app.Now.AddMilliseconds(-n));

        var ann = await app.StandingAsync(campaign, "ann");
        Assert.Equal((1, Burst.Size), (ann.Credits, ann.UnderReview));
        Assert.Equal([FraudSignal.Burst], ann.Signals);
    }

    [Theory]
    [InlineData("accept", 1, 0, RewardState.Granted)]
    [InlineData("refuse", 0, 1, RewardState.TakenBack)]
    public async Task Review_decides_the_reward_and_can_be_decided_anew(
        string verdict, int credits, int refused, RewardState reward)
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", tiers: CampaignClient.Discount);
        await app.BringAsync(group, "bob", "ann");
        await app.BringAsync(group, "ann", "bob");
        var path = $"/api/campaigns/{campaign}/reviews/bob";

        (await app.PostAsync(path, Decision(verdict == "accept" ? "refuse" : "accept"))).Expecting(HttpStatusCode.OK);
        (await app.PostAsync(path, Decision(verdict))).Expecting(HttpStatusCode.OK);
        (await app.PostAsync(path, Decision(verdict))).Expecting(HttpStatusCode.OK);

        var ann = await app.StandingAsync(campaign, "ann");
        Assert.Equal((credits, 0, refused), (ann.Credits, ann.UnderReview, ann.Refused));
        Assert.Equal(reward, Assert.Single(ann.Rewards).State);
    }

    [Fact]
    public async Task Invalid_review_is_refused()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        await app.BringAsync(group, "u1", "ann");

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await app.PostAsync($"/api/campaigns/{campaign}/reviews/u1", new JsonObject { ["decision"] = "accept" }))
                .Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await app.PostAsync($"/api/campaigns/{campaign}/reviews/u1", Decision("perhaps"))).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await app.PostAsync($"/api/campaigns/{campaign}/reviews/u9", Decision("accept"))).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await app.PostAsync("/api/campaigns/nowhere/reviews/u1", Decision("accept"))).Status);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await app.PostAsync($"/api/campaigns/{campaign}/reviews/u1", Decision("accept"))).Status);
    }

    static JsonObject Decision(string verdict) => new() { ["decision"] = verdict, ["by"] = "小张" };
}
