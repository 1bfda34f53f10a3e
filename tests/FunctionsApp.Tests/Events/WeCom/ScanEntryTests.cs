using System.Net;
using Community.Messaging.StaffTasks;
using FakeWeCom;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Acquisition.Scans;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>Codes lead to the next group when the platform ends entry by scan, before the group is full.</summary>
public sealed class ScanEntryTests(ScanEntryTests.SmallLimitHost host) : IClassFixture<ScanEntryTests.SmallLimitHost>
{
    /// <summary>A platform that ends entry by scan at two members.</summary>
    public sealed class SmallLimitHost : IAsyncLifetime
    {
        internal LiveWeComHost App { get; } = new(("WeCom:ScanEntryLimit", "2"));

        public ValueTask InitializeAsync() => App.InitializeAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    LiveWeComHost App => host.App;

    [Fact]
    public async Task Code_leads_to_the_next_group_at_the_limit_and_a_task_asks_for_a_group_after_the_last()
    {
        var ((first, firstChat), (second, secondChat)) = (await App.BoundGroupAsync(), await App.BoundGroupAsync());
        var (_, code) = await App.CampaignAsync(first, second);
        Assert.Equal(first, await App.LandingGroupAsync(code));

        await ScanAsync(firstChat, code, "wmA", "wmB");

        Assert.Equal(second, await App.LandingGroupAsync(code));
        Assert.Empty(await AddGroupTasksAsync());

        await ScanAsync(secondChat, code, "wmC", "wmD");

        await App.AdvanceAsync(CampaignCache.Freshness);
        (await App.LandAsync(code)).Expecting(HttpStatusCode.Conflict);
        Assert.Single(await AddGroupTasksAsync());
        Assert.True((await App.GetGroupAsync(second)).MemberCount < (await App.GetGroupAsync(second)).Capacity);

        // Its place is free for the next one who scans.
        App.Platform.Groups.Leave(firstChat.Id, "wmA");
        await App.DeliverAsync();
        Assert.Equal(first, await App.LandingGroupAsync(code));
    }

    async Task ScanAsync(FakeChat chat, string code, params IEnumerable<string> userIds)
    {
        foreach (var userId in userIds) App.Platform.Groups.Join(chat.Id, userId, userId, scene: 3, state: code);
        await App.DeliverAsync();
    }

    async Task<IEnumerable<StaffTaskView>> AddGroupTasksAsync() =>
        (await App.ListAsync<StaffTaskView>("/api/tasks?")).Where(task => task.Kind is StaffTaskKind.AddGroup);
}
