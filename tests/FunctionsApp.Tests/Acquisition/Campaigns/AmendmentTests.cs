using System.Net;
using System.Text.Json.Nodes;
using Community.Acquisition.Standings;
using FunctionsApp.Tests.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Campaigns;

/// <summary>Changes in the week after a campaign settled.</summary>
public sealed class AmendmentTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Late_fraud_signal_and_its_review_are_amendments_and_the_report_stays()
    {
        var closes = app.Now.AddHours(1);
        var (campaign, group) = await app.DriveAsync(
            "DirectInvite", change: body => body["closesAt"] = closes, tiers: CampaignClient.Discount);
        await app.BringAsync(group, "bob", "ann", app.Now.AddMinutes(-2));
        await app.AdvanceAsync(TimeSpan.FromHours(26));
        var settled = await app.GetCampaignAsync(campaign);
        Assert.Equal((1, 1, 0), (settled.Report!.Credits, settled.Report.Granted, settled.Amendments));

        await app.BringAsync(group, "ann", "bob", closes.AddMinutes(-5)); // the event arrives a day late
        var known = app.Now;
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        (await app.PostAsync(
            $"/api/campaigns/{campaign}/reviews/bob", new JsonObject { ["decision"] = "refuse", ["by"] = "小张" }))
            .Expecting(HttpStatusCode.OK);

        var all = await AmendmentsAsync(campaign);
        var amendments = all.Where(amendment => amendment.MemberId == "ann").ToList();
        Assert.Equal(
            [(known, "bob", null), (app.Now, "bob", "小张")],
            amendments.Select(amendment => (amendment.At, amendment.InviteeId!, amendment.Reviewer)));
        Assert.Equal([FraudSignal.Ring], amendments[0].Signals);
        Assert.Equal(
            [((1, 0, 0), (0, 1, 0)), ((0, 1, 0), (0, 0, 1))],
            amendments.Select(amendment => (Counts(amendment.Before), Counts(amendment.After))));
        Assert.Equal((1, 1), (amendments[0].After.Withheld, amendments[1].After.TakenBack));
        var after = await app.GetCampaignAsync(campaign);
        Assert.Equal((settled.Report, all.Count), (after.Report, after.Amendments));
        Assert.Equal(["bob"], all.Select(amendment => amendment.MemberId).Except(["ann"]));
    }

    [Fact]
    public async Task Late_join_of_a_new_inviter_after_the_settlement_is_an_amendment()
    {
        var closes = app.Now.AddHours(1);
        var (campaign, group) = await app.DriveAsync(
            "DirectInvite", change: body => body["closesAt"] = closes, tiers: CampaignClient.Mug(1));
        await app.BringAsync(group, "u1", "ann", app.Now.AddMinutes(-2));
        await app.AdvanceAsync(TimeSpan.FromHours(26));
        var report = (await app.GetCampaignAsync(campaign)).Report!;
        Assert.Equal((1, 290), (report.Credits, report.CostMinor));

        await app.BringAsync(group, "u2", "dora", closes.AddMinutes(-5)); // the events arrive a day late
        await app.BringAsync(group, "u3", "dora", closes.AddMinutes(-4));

        var after = await app.GetCampaignAsync(campaign);
        var amendments = await AmendmentsAsync(campaign);
        Assert.Equal((report, 3, 580), (after.Report, after.Credits, after.CostMinor));
        Assert.Equal(3 - 1, amendments.Sum(amendment => amendment.After.Credits - amendment.Before.Credits));
        Assert.Equal(580 - 290, amendments.Sum(amendment => amendment.After.CostMinor - amendment.Before.CostMinor));
        Assert.All(amendments, amendment => Assert.Equal("dora", amendment.MemberId));
        Assert.Equal(SettledTotals.None, amendments[0].Before);
        Assert.Equal(amendments.Count, after.Amendments);
    }

    [Fact]
    public async Task Redemption_and_repeat_after_the_settlement_are_no_amendments()
    {
        var (campaign, group) = await app.DriveAsync(
            change: body => body["closesAt"] = app.Now.AddHours(1), tiers: CampaignClient.Discount);
        var ann = app.NewId("ann");
        var joined = app.Now.AddMinutes(-1);
        var code = (await app.ParticipantAsync(campaign, ann)).Code;
        await app.JoinAsync(group, "u1", code, joined);
        await app.AdvanceAsync(TimeSpan.FromHours(26));

        var reward = Assert.Single(await app.RewardsAsync(ann)).Id;
        (await app.SendAsync(HttpMethod.Post, $"/api/rewards/{reward}/redeem", null, ("Idempotency-Key", "one")))
            .Expecting(HttpStatusCode.OK);
        await app.JoinAsync(group, "u1", code, joined);

        Assert.Empty(await AmendmentsAsync(campaign));
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("/api/campaigns/nowhere/amendments")).Status);
    }

    Task<IReadOnlyList<Amendment>> AmendmentsAsync(string campaign) =>
        app.ListAsync<Amendment>($"/api/campaigns/{campaign}/amendments?");

    static (int Credits, int UnderReview, int Refused) Counts(SettledTotals totals) =>
        (totals.Credits, totals.UnderReview, totals.Refused);
}
