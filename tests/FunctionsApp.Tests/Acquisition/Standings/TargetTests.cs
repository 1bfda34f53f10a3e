using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community.Acquisition.Standings;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;

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

    [Fact]
    public async Task Invitation_into_a_group_without_a_way_in_waits_until_the_group_has_one()
    {
        var (campaign, group, vip) = await TargetAsync(joinUrl: null);
        await app.InviteAsync(campaign, group, "ann", count: 2);
        await app.InviteAsync(campaign, group, "bob", count: 2);

        Assert.Empty(await app.DeliveriesAsync(vip));
        Assert.Equal(StaffTaskKind.AddGroup, Assert.Single(await app.TasksAsync(vip)).Kind);

        await app.AdvanceAsync(TimeSpan.FromHours(30));
        await EditAsync(vip, new JsonObject { ["joinUrl"] = SampleBodies.JoinUrl, ["by"] = "小王" });
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["target-invitation", "target-invitation"], await SentAsync(vip));
        Assert.Empty(await app.TasksAsync(vip));
        await app.AdvanceAsync(TimeSpan.FromHours(72));
        Assert.Equal(TargetState.Expired, (await app.StandingAsync(campaign, "ann")).Target);
    }

    [Fact]
    public async Task Invitation_into_a_full_group_expires_with_its_task()
    {
        var (campaign, group, vip) = await TargetAsync(capacity: 1);
        await app.JoinAsync(vip, "zoe");
        await app.InviteAsync(campaign, group, "ann", count: 2);
        Assert.Single(await app.TasksAsync(vip));

        await app.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Equal(TargetState.Expired, (await app.StandingAsync(campaign, "ann")).Target);
        Assert.Empty(await SentAsync(vip));
        Assert.Empty(await app.TasksAsync(vip));
    }

    [Fact]
    public async Task Reminder_is_not_sent_when_the_group_is_full_by_then()
    {
        var (campaign, group, vip) = await TargetAsync(capacity: 1);
        await app.InviteAsync(campaign, group, "ann", count: 2);
        await app.JoinAsync(vip, "zoe");

        await app.AdvanceAsync(TimeSpan.FromHours(72));

        Assert.Equal(["target-invitation"], await SentAsync(vip));
    }

    async Task EditAsync(string group, JsonObject edit) =>
        (await app.SendAsync(HttpMethod.Patch, $"/api/groups/{group}", JsonContent.Create(edit)))
            .Expecting(HttpStatusCode.OK);

    async Task<(string Campaign, string Group, string Vip)> TargetAsync(
        string? joinUrl = SampleBodies.JoinUrl, int capacity = 200)
    {
        var vip = await app.GroupAsync(capacity, joinUrl: joinUrl);
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
