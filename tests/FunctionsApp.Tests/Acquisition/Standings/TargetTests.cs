using System.Text.Json.Nodes;
using Community.Acquisition.Standings;
using Community.Messaging.Deliveries;

namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class TargetTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Qualified_member_is_invited_once_reminded_after_a_day_and_expires_after_three()
    {
        var (campaign, group, vip) = await TargetAsync();
        await app.InviteAsync(campaign, group, "ann", count: 1);
        Assert.Equal(TargetState.None, (await app.StandingAsync(campaign, "ann")).Target);
        await app.InviteAsync(campaign, group, "ann", count: 2, from: 1);

        Assert.Equal(
            (TargetState.Invited, 1),
            ((await app.StandingAsync(campaign, "ann")).Target, (await app.GetCampaignAsync(campaign)).Qualified));
        Assert.Equal(["target-invitation"], await SentAsync(vip));

        await app.AdvanceAsync(TimeSpan.FromHours(24));
        Assert.Equal(["target-invitation", "target-reminder"], await SentAsync(vip));
        await app.AdvanceAsync(TimeSpan.FromHours(48));
        Assert.Equal(TargetState.Expired, (await app.StandingAsync(campaign, "ann")).Target);
        Assert.Equal(2, (await SentAsync(vip)).Count());
    }

    [Fact]
    public async Task Member_who_joins_in_time_is_not_reminded()
    {
        var (campaign, group, vip) = await TargetAsync();
        await app.InviteAsync(campaign, group, "ann", count: 2);

        await app.JoinAsync(vip, "ann");
        await app.AdvanceAsync(TimeSpan.FromHours(72));

        Assert.Equal(TargetState.Joined, (await app.StandingAsync(campaign, "ann")).Target);
        Assert.Equal(["target-invitation"], await SentAsync(vip));
    }

    [Fact]
    public async Task Member_who_is_in_the_group_already_is_not_invited()
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
        var (campaign, group) = await app.DriveAsync(
            change: body => body["target"] = new JsonObject { ["invites"] = 2, ["groupId"] = vip });
        return (campaign, group, vip);
    }

    async Task<IEnumerable<string>> SentAsync(string vip) =>
        (await app.DeliveriesAsync(vip))
            .Where(delivery => delivery.State is DeliveryState.Sent)
            .Where(delivery => delivery.Step.StartsWith("target-", StringComparison.Ordinal))
            .Select(delivery => delivery.Step);
}
