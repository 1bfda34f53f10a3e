using System.Net;
using Community.Care.Crises;
using Community.Groups;
using Community.Messaging.Deliveries;
using FunctionsApp.Care.Crises;
using FunctionsApp.Tests.Acquisition.Scans;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Care.Crises;

/// <summary>What a crisis does to its groups.</summary>
public sealed class CrisisFreezeTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Only_statements_are_sent_in_a_crisis_and_what_waited_after_it()
    {
        var group = await app.GroupAsync();
        var crisis = await app.CrisisAsync(group);
        await app.JoinAsync(group, "u1");
        (await app.PublishAsync(crisis)).Expecting(HttpStatusCode.OK);
        (await app.PublishAsync(crisis)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromHours(3));

        var statement = Assert.Single(await SentAsync(group));
        Assert.Equal(($"crisis-{crisis}", "我们看到了"), (statement.Cause, statement.Text));

        (await app.ResolveAsync(crisis)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(
            ["introduction", "rules", statement.Step, "welcome"],
            (await SentAsync(group)).Select(line => line.Step).Order(StringComparer.Ordinal));
        Assert.Empty((await app.GetGroupAsync(group)).Holds);
    }

    [Fact]
    public async Task Statement_waits_for_a_hold_of_operators()
    {
        var group = await app.GroupAsync();
        (await app.HoldGroupAsync(group)).Expecting(HttpStatusCode.OK);
        var crisis = await app.CrisisAsync(group);

        (await app.PublishAsync(crisis)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromMinutes(20));
        Assert.Empty(await SentAsync(group));

        (await app.ReleaseGroupAsync(group)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromMinutes(6));
        Assert.Single(await SentAsync(group));
    }

    [Fact]
    public async Task Codes_lead_past_a_group_in_a_crisis_and_may_lead_to_it_again_after_it()
    {
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());
        var (_, code) = await app.CampaignAsync(first, second);
        await app.RunUntilIdleAsync();
        Assert.Equal(first, await app.LandingGroupAsync(code));

        var crisis = await app.CrisisAsync(first);
        Assert.Equal(second, await app.LandingGroupAsync(code));

        (await app.ResolveAsync(crisis)).Expecting(HttpStatusCode.OK);
        await app.CrisisAsync(second);
        Assert.Equal(first, await app.LandingGroupAsync(code));
    }

    [Fact]
    public async Task Group_of_two_crises_waits_for_both_and_neither_releases_what_the_other_froze()
    {
        var (group, other) = (await app.GroupAsync(), await app.GroupAsync());
        var (first, second) = (await app.CrisisAsync(group, other), await app.CrisisAsync(group));

        (await app.ReleaseCrisisGroupAsync(second, other)).Expecting(HttpStatusCode.Conflict);
        (await app.ReleaseGroupAsync(group)).Expecting(HttpStatusCode.OK);
        (await app.ResolveAsync(first)).Expecting(HttpStatusCode.OK);

        Assert.Equal([second], (await app.GetGroupAsync(group)).Holds.Select(hold => hold.CrisisId));
        Assert.Empty((await app.GetGroupAsync(other)).Holds);
        (await app.ReleaseCrisisGroupAsync(second, group)).Expecting(HttpStatusCode.OK);
        Assert.Empty((await app.GetGroupAsync(group)).Holds);
        Assert.Equal(CrisisState.Open, (await app.GetCrisisAsync(second)).State);
    }

    [Fact]
    public async Task Released_group_stays_released_when_the_crisis_is_opened_again_by_a_repeat()
    {
        var (group, staff) = (await app.GroupAsync(), await app.StaffAsync());
        var body = CrisisClient.Body(app.NewId("crisis"), staff, group);
        var opened = (await app.PostAsync("/api/crises", body)).Expecting(HttpStatusCode.Created).As<CrisisView>();
        (await app.ReleaseCrisisGroupAsync(opened.Id, group)).Expecting(HttpStatusCode.OK);

        (await app.PostAsync("/api/crises", body)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Empty((await app.GetGroupAsync(group)).Holds);
        Assert.Equal(
            [("小李", "危机解除，恢复本群消息"), ("小王", "进入危机，暂停本群消息，原因：危机：到货发霉")],
            (await app.HistoryAsync(group)).Select(change => (change.By, change.What)));
    }

    [Fact]
    public async Task Flash_group_is_dissolved_during_a_crisis()
    {
        var group = await app.GroupAsync(kind: nameof(GroupKind.Flash), endsAt: app.Now.AddHours(3));
        var crisis = await app.CrisisAsync(group);

        await app.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(group)).State);
        (await app.ResolveAsync(crisis)).Expecting(HttpStatusCode.OK);
    }

    async Task<IReadOnlyList<FunctionsApp.Messaging.Deliveries.DeliveryView>> SentAsync(string group) =>
        [.. (await app.DeliveriesAsync(group)).Where(line => line.State is DeliveryState.Sent)];
}
