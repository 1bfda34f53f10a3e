using System.Text.Json.Nodes;
using Community.Acquisition.Standings;
using Community.Messaging.Deliveries;

namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class TargetTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Who_reaches_the_target_is_invited_once_reminded_after_a_day_and_expires_after_three()
    {
        var (campaign, group, vip) = await TargetAsync();
        await app.InviteAsync(campaign, group, "ann", count: 1);
        Assert.Equal(TargetState.None, (await app.StandingAsync(campaign, "ann")).Target);
        await app.InviteAsync(campaign, group, "ann", count: 2, from: 1);

        Assert.Equal((TargetState.Invited, 1), ((await app.StandingAsync(campaign, "ann")).Target, (await app.GetCampaignAsync(campaign)).Qualified));
        Assert.Equal(["target-invitation"], await SentAsync(vip));

        await app.AdvanceAsync(TimeSpan.FromHours(24));
        Assert.Equal(["target-invitation", "target-reminder"], await SentAsync(vip));
        await app.AdvanceAsync(TimeSpan.FromHours(48));
        Assert.Equal(TargetState.Expired, (await app.StandingAsync(campaign, "ann")).Target);
        Assert.Equal(2, (await SentAsync(vip)).Count());
    }

    [Fact]
    public async Task One_who_comes_in_time_is_not_reminded_and_has_joined()
    {
        var (campaign, group, vip) = await TargetAsync();
        await app.InviteAsync(campaign, group, "ann", count: 2);

        await app.JoinAsync(vip, "ann");
        await app.AdvanceAsync(TimeSpan.FromHours(72));

        Assert.Equal(TargetState.Joined, (await app.StandingAsync(campaign, "ann")).Target);
        Assert.Equal(["target-invitation"], await SentAsync(vip));
    }

    [Fact]
    public async Task One_who_is_in_the_group_already_is_not_invited_to_it()
    {
        var (campaign, group, vip) = await TargetAsync();
        await app.JoinAsync(vip, "ann");

        await app.InviteAsync(campaign, group, "ann", count: 2);

        Assert.Equal(TargetState.Joined, (await app.StandingAsync(campaign, "ann")).Target);
        Assert.Empty(await SentAsync(vip));
    }

    async Task<(string Campaign, string Group, string Vip)> TargetAsync()
    {
        var vip = await app.GroupAsync();
        var (campaign, group) = await app.DriveAsync(change: body => body["target"] = new JsonObject { ["invites"] = 2, ["groupId"] = vip });
        return (campaign, group, vip);
    }

    async Task<IEnumerable<string>> SentAsync(string vip) =>
        (await app.DeliveriesAsync(vip))
            .Where(delivery => delivery.State is DeliveryState.Sent && delivery.Step.StartsWith("target-", StringComparison.Ordinal))
            .Select(delivery => delivery.Step);
}
