using System.Net;
using System.Text.Json.Nodes;
using Community.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>Identities of one union id are one person, in any order in which the channel reports them.</summary>
public sealed class IdentityTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Second_identity_of_the_inviter_waits_for_a_review_in_either_order(bool isInviterFirst)
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", tiers: CampaignClient.Discount);
        var (ann, other) = (app.NewId("ann"), app.NewId("ann-2"));
        Func<Task>[] joins =
        [
            () => app.BringAsync(group, ann, "someone", app.Now.AddMinutes(-9), Union(ann)),
            () => app.BringAsync(group, other, ann, app.Now.AddMinutes(-8), Union(ann)),
        ];

        foreach (var join in isInviterFirst ? joins : joins.Reverse()) await join();

        var standing = await app.StandingAsync(campaign, ann);
        Assert.Equal((0, 1), (standing.Credits, standing.UnderReview));
        Assert.Equal([FraudSignal.SecondIdentity], standing.Signals);
        Assert.Equal(RewardState.Withheld, Assert.Single(standing.Rewards).State);
    }

    [Fact]
    public async Task Friend_with_three_identities_counts_once()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        var (ann, friend) = (app.NewId("ann"), app.NewId("friend"));

        for (var n = 0; n < 3; n++)
            await app.BringAsync(group, $"{friend}-{n}", ann, app.Now.AddMinutes(-n), Union(friend));

        var standing = await app.StandingAsync(campaign, ann);
        Assert.Equal((1, 0, 2), (standing.Credits, standing.UnderReview, standing.Refused));
        Assert.Equal([FraudSignal.SecondIdentity], standing.Signals);
    }

    [Fact]
    public async Task Union_id_that_becomes_known_in_another_group_moves_the_credit_to_the_first_inviter()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        var (ann, bob, friend) = (app.NewId("ann"), app.NewId("bob"), app.NewId("friend"));
        await app.BringAsync(group, $"{friend}-1", ann, app.Now.AddMinutes(-9));
        await app.BringAsync(group, $"{friend}-2", bob, app.Now.AddMinutes(-8), Union(friend));
        Assert.Equal(1, (await app.StandingAsync(campaign, bob)).Credits);

        await app.BringAsync(app.NewId("elsewhere"), $"{friend}-1", "someone", unionId: Union(friend));

        Assert.Equal(1, (await app.StandingAsync(campaign, ann)).Credits);
        var second = await app.StandingAsync(campaign, bob);
        Assert.Equal((0, 1), (second.Credits, second.Refused));
    }

    [Fact]
    public async Task Campaign_for_newcomers_refuses_a_second_identity_of_a_known_person()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", body => body["newcomersOnly"] = true);
        var (ann, friend) = (app.NewId("ann"), app.NewId("friend"));
        await app.JoinAsync(await app.GroupAsync(), $"{friend}-1", at: app.Now.AddDays(-3));
        await app.BringAsync(group, $"{friend}-2", ann, app.Now.AddMinutes(-9), Union(friend));
        Assert.Equal(1, (await app.StandingAsync(campaign, ann)).Credits);

        await app.BringAsync(app.NewId("elsewhere"), $"{friend}-1", "someone", unionId: Union(friend));

        var standing = await app.StandingAsync(campaign, ann);
        Assert.Equal((0, 1), (standing.Credits, standing.Refused));
    }

    [Fact]
    public async Task Campaign_for_newcomers_refuses_a_member_of_a_group_before_its_charter()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", body => body["newcomersOnly"] = true);
        var (ann, friend) = (app.NewId("ann"), app.NewId("friend"));
        await app.JoinAsync(app.NewId("unchartered"), friend, at: app.Now.AddDays(-3));

        await app.BringAsync(group, friend, ann);

        var standing = await app.StandingAsync(campaign, ann);
        Assert.Equal((0, 1), (standing.Credits, standing.Refused));
    }

    [Fact]
    public async Task Union_id_that_becomes_known_reopens_an_accepted_credit()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        var (ann, bob) = (app.NewId("ann"), app.NewId("bob"));
        await app.BringAsync(group, bob, ann, app.Now.AddMinutes(-9), Union(ann));
        await app.BringAsync(group, ann, bob, app.Now.AddMinutes(-8));
        (await app.PostAsync(
            $"/api/campaigns/{campaign}/reviews/{bob}",
            new JsonObject { ["decision"] = "accept", ["by"] = "小张" })).Expecting(HttpStatusCode.OK);
        Assert.Equal(1, (await app.StandingAsync(campaign, ann)).Credits);

        await app.BringAsync(app.NewId("elsewhere"), ann, "someone", unionId: Union(ann));

        var standing = await app.StandingAsync(campaign, ann);
        Assert.Equal((0, 1), (standing.Credits, standing.UnderReview));
        Assert.Equal([FraudSignal.Ring, FraudSignal.SecondIdentity], standing.Signals);
    }

    static string Union(string person) => $"union-{person}";
}
