using System.Net;
using Community.Selling.GroupBuys;
using FunctionsApp.Selling.GroupBuys;
using FunctionsApp.Tests.Application.Crashes;

namespace FunctionsApp.Tests.Selling.GroupBuys;

/// <summary>A group-buy whose process dies at each commit in turn, and is not asked again.</summary>
public sealed class GroupBuyCrashTests : IDisposable
{
    static readonly AppHostSetup Setup = new();

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    [Fact]
    public async Task Stored_group_buy_ends_and_each_order_of_its_failed_team_has_one_task()
    {
        var crashes = new CrashImages(folder);
        var (id, owner) = ("", "");
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            (var group, owner) = await app.OwnedGroupAsync();
            id = app.NewId("group-buy");
            var body = GroupBuyClient.Body(id, group, app.Now.AddHours(2));
            await crashes.PlayAsync(
                app,
                async alive => (await alive.PostAsync("/api/group-buys", body)).Expecting(HttpStatusCode.Created),
                async alive => (await alive.OpenTeamAsync(id, "u1", "o1")).Expecting(HttpStatusCode.Created),
                async alive => (await alive.JoinTeamAsync(id, "u2", "o2")).Expecting(HttpStatusCode.OK),
                alive => alive.AdvanceAsync(TimeSpan.FromHours(2.1)));
        }

        Assert.InRange(crashes.Images.Count, 10, 150);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            await app.AdvanceAsync(TimeSpan.FromHours(3));
            var listed = (await app.ListAsync<GroupBuySummaryView>("/api/group-buys?")).SingleOrDefault();
            var orders = listed is null ? [] : (await app.GetGroupBuyAsync(id)).Refunds;
            Assert.Equal((crash, listed is not null), (crash, listed?.State is GroupBuyState.Failed));
            Assert.Equal(
                orders.Select(refund => refund.TaskId).Order(),
                (await app.RefundTasksAsync(owner)).Select(task => task.Id).Order());
            Assert.True(orders.Count == 2 || crash.Act < 3, $"{crash}: {orders.Count} orders");
        }
    }

    [Fact]
    public async Task Stored_cancellation_has_one_task_for_each_order_long_before_the_end()
    {
        var crashes = new CrashImages(folder);
        var (id, owner) = ("", "");
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            (var group, owner) = await app.OwnedGroupAsync();
            id = await app.GroupBuyAsync(group);
            await app.OpenTeamAsync(id, "u1", "o1");
            await app.JoinTeamAsync(id, "u2", "o2");
            await crashes.PlayAsync(
                app,
                async alive => (await alive.CancelGroupBuyAsync(id)).Expecting(HttpStatusCode.OK),
                alive => alive.AdvanceAsync(TimeSpan.FromMinutes(5)));
        }

        Assert.InRange(crashes.Images.Count, 5, 100);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            await app.AdvanceAsync(TimeSpan.FromMinutes(5));
            var groupBuy = await app.GetGroupBuyAsync(id);
            var isCancelled = groupBuy.State is GroupBuyState.Cancelled;
            Assert.True(isCancelled || crash.Act == 0, $"{crash}: {groupBuy.State}");
            Assert.Equal(
                (crash, isCancelled ? 2 : 0), (crash, (await app.RefundTasksAsync(owner)).Count));
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
