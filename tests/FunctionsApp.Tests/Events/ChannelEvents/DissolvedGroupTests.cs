using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Acquisition.Scans;

namespace FunctionsApp.Tests.Events.ChannelEvents;

/// <summary>Groups that the platform reports as dissolved, although nobody here ended them.</summary>
public sealed class DissolvedGroupTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Campaign_leads_to_its_next_group()
    {
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());
        var (_, code) = await app.CampaignAsync(first, second);

        await app.DissolvedAsync(first);
        await app.AdvanceAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(second, await app.LandingGroupAsync(code));
    }

    [Fact]
    public async Task Campaign_without_another_group_asks_staff_for_one()
    {
        var group = await app.GroupAsync();
        var (campaign, _) = await app.CampaignAsync(group);

        await app.DissolvedAsync(group);

        Assert.Single(await app.ListAsync<StaffTaskView>("/api/tasks?status=open"), task =>
            task.Kind is StaffTaskKind.AddGroup && task.Title.Contains(campaign, StringComparison.Ordinal));
    }
}
