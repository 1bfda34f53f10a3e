using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Rewards;

namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class RewardTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Each_reached_tier_is_rewarded_once()
    {
        var (campaign, group) = await app.DriveAsync(tiers: [CampaignClient.Discount, CampaignClient.Mug(3)]);
        var ann = app.NewId("ann");

        await app.InviteAsync(campaign, group, ann, count: 2);
        Assert.Equal(["7折"], (await app.RewardsAsync(ann)).Select(reward => reward.Title));

        await app.InviteAsync(campaign, group, ann, count: 2, from: 2);
        Assert.Equal(
            [("7折", RewardState.Granted), ("马克杯", RewardState.Granted)],
            (await app.RewardsAsync(ann)).Select(reward => (reward.Title, reward.State)));
        Assert.Equal(290, (await app.GetCampaignAsync(campaign)).CostMinor);
    }

    [Fact]
    public async Task Lost_tier_takes_its_reward_back_unless_it_is_redeemed()
    {
        var hundred = CampaignClient.Tier(
            2, new JsonObject { ["kind"] = "Points", ["points"] = 100, ["title"] = "100积分" });
        var (campaign, group) = await app.DriveAsync(tiers: [CampaignClient.Discount, hundred]);
        var ann = app.NewId("ann");
        await app.InviteAsync(campaign, group, ann, count: 2);
        var points = (await app.RewardsAsync(ann)).Single(reward => reward.Kind is RewardKind.Points);
        (await app.RedeemAsync(points.Id, "key")).Expecting(HttpStatusCode.OK);

        await app.LeaveAsync(group, CampaignClient.Invitee(ann, 0));
        await app.LeaveAsync(group, CampaignClient.Invitee(ann, 1));

        Assert.Equal(
            [(RewardState.TakenBack, null), (RewardState.Redeemed, "CreditLost")],
            (await app.RewardsAsync(ann)).Select(reward => (reward.State, reward.Reason)));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await app.RedeemAsync((await app.RewardsAsync(ann))[0].Id, "key")).Status);
    }

    [Fact]
    public async Task Reward_is_redeemed_once()
    {
        var (campaign, group) = await app.DriveAsync(tiers: CampaignClient.Discount);
        var ann = app.NewId("ann");
        await app.InviteAsync(campaign, group, ann, count: 1);
        var id = Assert.Single(await app.RewardsAsync(ann)).Id;

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await app.SendAsync(HttpMethod.Post, $"/api/rewards/{id}/redeem", null)).Status);
        var first = (await app.RedeemAsync(id, "one")).Expecting(HttpStatusCode.OK);
        var again = (await app.RedeemAsync(id, "one")).Expecting(HttpStatusCode.OK);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(RewardState.Redeemed, again.As<OwnedRewardView>().State);
        Assert.Equal(HttpStatusCode.Conflict, (await app.RedeemAsync(id, "two")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.RedeemAsync("reward-unknown", "one")).Status);
    }

    [Fact]
    public async Task Same_key_with_another_address_is_another_request()
    {
        var (campaign, group) = await app.DriveAsync(tiers: CampaignClient.Mug(1));
        var ann = app.NewId("ann");
        await app.InviteAsync(campaign, group, ann, count: 1);
        var id = Assert.Single(await app.RewardsAsync(ann)).Id;
        (await app.RedeemAsync(id, "key", "上海市静安区")).Expecting(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Conflict, (await app.RedeemAsync(id, "key", "北京市海淀区")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await app.RedeemAsync(id, "key")).Status);
        Assert.Equal(
            "上海市静安区",
            (await app.RedeemAsync(id, "key", "上海市静安区")).Expecting(HttpStatusCode.OK).As<OwnedRewardView>().Address);
    }

    [Fact]
    public async Task Gift_requires_an_address()
    {
        var (campaign, group) = await app.DriveAsync(tiers: CampaignClient.Mug(1));
        var ann = app.NewId("ann");
        await app.InviteAsync(campaign, group, ann, count: 1);
        var id = Assert.Single(await app.RewardsAsync(ann)).Id;

        Assert.Contains(
            "address",
            (await app.RedeemAsync(id, "key")).Expecting(HttpStatusCode.BadRequest).Text,
            StringComparison.Ordinal);
        Assert.Equal(
            "上海市静安区",
            (await app.RedeemAsync(id, "key", "上海市静安区")).Expecting(HttpStatusCode.OK).As<OwnedRewardView>().Address);
    }

    [Fact]
    public async Task Concurrent_inviters_get_at_most_the_stock_of_a_gift()
    {
        const int stock = 3;
        var (campaign, group) = await app.DriveAsync("DirectInvite", tiers: CampaignClient.Mug(1, stock));
        var inviters = Enumerable.Range(0, 12).Select(_ => app.NewId("inviter")).ToList();

        await Task.WhenAll(
            inviters.Select(inviter => app.SendWebhookAsync(Bring(group, $"guest-of-{inviter}", inviter))));
        await app.RunUntilIdleAsync();

        var states = (await app.StandingsAsync(campaign)).Select(standing => Assert.Single(standing.Rewards)).ToList();
        Assert.Equal(stock, states.Count(reward => reward.State is RewardState.Granted));
        Assert.Equal(
            inviters.Count - stock,
            states.Count(reward => (reward.State, reward.Reason) == (RewardState.Withheld, "SoldOut")));
        Assert.Equal(290 * stock, (await app.GetCampaignAsync(campaign)).CostMinor);
    }

    [Fact]
    public async Task Gift_that_was_taken_back_is_granted_to_the_next_member()
    {
        var (campaign, group) = await app.DriveAsync(tiers: CampaignClient.Mug(1, stock: 1));
        var (ann, bob) = (app.NewId("ann"), app.NewId("bob"));
        await app.InviteAsync(campaign, group, ann, count: 1);

        await app.LeaveAsync(group, CampaignClient.Invitee(ann, 0));
        await app.InviteAsync(campaign, group, bob, count: 1);

        Assert.Equal(RewardState.TakenBack, Assert.Single(await app.RewardsAsync(ann)).State);
        Assert.Equal(RewardState.Granted, Assert.Single(await app.RewardsAsync(bob)).State);
    }

    [Fact]
    public async Task Returned_gift_goes_at_once_to_the_member_who_earned_it_first()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", tiers: CampaignClient.Mug(1, stock: 1));
        // The order of the keys is not the order in which the rewards were earned.
        string[] members = ["holder", "zoe", "ann", "mia"];
        for (var n = 0; n < members.Length; n++)
            await app.BringAsync(group, $"{members[n]}-guest", members[n], app.Now.AddMinutes(n - 20));

        foreach (var (leaver, next) in members.Zip(members.Skip(1)))
        {
            await app.LeaveAsync(group, $"{leaver}-guest", app.Now);
            var granted = (await app.StandingsAsync(campaign))
                .Where(standing => Assert.Single(standing.Rewards).State is RewardState.Granted);
            Assert.Equal([next], granted.Select(standing => standing.MemberId));
        }
    }

    [Fact]
    public async Task New_gift_on_a_tier_has_its_own_stock_and_the_old_one_keeps_its_reservations()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", tiers: CampaignClient.Mug(1, stock: 1));
        await app.BringAsync(group, "ann-guest", "ann", app.Now.AddMinutes(-9));
        await app.BringAsync(group, "bob-guest", "bob", app.Now.AddMinutes(-8));
        await EditAsync(campaign, Bowl(1, stock: 1));

        await app.BringAsync(group, "cat-guest", "cat", app.Now);
        await app.BringAsync(group, "dan-guest", "dan", app.Now);
        Assert.Equal(
            [("ann", "马克杯", null), ("bob", "马克杯", "SoldOut"), ("cat", "碗", null), ("dan", "碗", "SoldOut")],
            await GiftsAsync(campaign));

        await app.LeaveAsync(group, "ann-guest", app.Now);
        Assert.Equal(
            [("bob", "马克杯", null), ("cat", "碗", null), ("dan", "碗", "SoldOut")],
            (await GiftsAsync(campaign)).Where(gift => gift.MemberId != "ann"));
    }

    [Fact]
    public async Task Gift_that_returns_under_another_tier_has_one_stock_and_goes_to_who_waits()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", tiers: CampaignClient.Mug(1, stock: 1));
        await app.BringAsync(group, "ann-guest", "ann", app.Now.AddMinutes(-9));
        await app.BringAsync(group, "bob-guest", "bob", app.Now.AddMinutes(-8));
        await EditAsync(campaign, Bowl(2, stock: 1));

        await EditAsync(campaign, CampaignClient.Mug(1, stock: 2));
        await app.BringAsync(group, "cat-guest", "cat", app.Now);

        Assert.Equal(
            [("ann", null), ("ann", "GiftCap"), ("bob", null), ("bob", "GiftCap"), ("cat", "SoldOut")],
            (await GiftsAsync(campaign)).Select(gift => (gift.MemberId, gift.Reason)));
    }

    [Fact]
    public async Task Larger_stock_goes_to_the_members_who_earned_the_gift_first()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", tiers: CampaignClient.Mug(1, stock: 0));
        string[] members = ["zoe", "ann", "mia", "bob"];
        for (var n = 0; n < members.Length; n++)
            await app.BringAsync(group, $"{members[n]}-guest", members[n], app.Now.AddMinutes(n - 20));

        await EditAsync(campaign, CampaignClient.Mug(1, stock: 2));

        var granted = (await GiftsAsync(campaign)).Where(gift => gift.Reason is null);
        Assert.Equal(["ann", "zoe"], granted.Select(gift => gift.MemberId));
    }

    [Fact]
    public async Task Edit_of_the_tiers_does_not_raise_what_the_gifts_of_one_participant_cost()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite", tiers: CampaignClient.Mug(1));
        await app.BringAsync(group, "ann-guest", "ann", app.Now.AddMinutes(-9));
        await app.BringAsync(group, "ann-guest-2", "ann", app.Now.AddMinutes(-8));

        await EditAsync(campaign, Bowl(2, stock: 10));

        Assert.Equal([("ann", "马克杯", null), ("ann", "碗", "GiftCap")], await GiftsAsync(campaign));
        Assert.Equal(290, (await app.GetCampaignAsync(campaign)).CostMinor);
    }

    static JsonObject Bowl(int invites, int stock) => CampaignClient.Tier(
        invites, new JsonObject { ["kind"] = "Gift", ["title"] = "碗", ["costMinor"] = 280, ["stock"] = stock });

    async Task EditAsync(string campaign, JsonObject tier)
    {
        var edit = new JsonObject { ["tiers"] = new JsonArray(tier.DeepClone()) };
        (await app.SendAsync(HttpMethod.Patch, $"/api/campaigns/{campaign}", JsonContent.Create(edit)))
            .Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    async Task<IEnumerable<(string MemberId, string Title, string? Reason)>> GiftsAsync(string campaign) =>
        from standing in await app.StandingsAsync(campaign)
        from reward in standing.Rewards
        orderby standing.MemberId, reward.EarnedAt
        select (standing.MemberId, reward.Title, reward.Reason);

    JsonObject Bring(string group, string member, string inviter) =>
        ChannelSender.Event(
            "member.joined",
            app.Now,
            new() { ["groupId"] = group, ["memberId"] = member, ["name"] = "小林", ["invitedBy"] = inviter });
}
