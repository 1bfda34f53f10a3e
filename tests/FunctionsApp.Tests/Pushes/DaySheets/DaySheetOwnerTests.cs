using Community.Messaging.StaffTasks;
using FunctionsApp.Tests.Groups;
using static FunctionsApp.Tests.Pushes.DaySheets.DaySheetClient;

namespace FunctionsApp.Tests.Pushes.DaySheets;

public sealed class DaySheetOwnerTests
{
    static readonly TimeSpan FollowTime = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Group_gets_a_sheet_of_its_new_owner_and_leaves_that_of_the_old_one()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var (old, other) = (await app.StaffAsync(), await app.StaffAsync());
        var group = await app.OwnedGroupAsync(old);
        var push = await app.PlanDailyAsync(group, "10:30");

        await app.OwnAsync(group, other);
        await app.AdvanceAsync(FollowTime);

        Assert.Empty((await app.SheetAsync(old)).Items);
        Assert.Empty(await app.SheetTasksAsync(old));
        Assert.Equal(push.Id, Assert.Single((await app.SheetAsync(other)).Items).PushId);
        var task = Assert.Single(await app.SheetTasksAsync(other));
        await app.ToAsync(At(10, 30));
        Assert.Equal(task.Id, Assert.Single(
            await app.DeliveriesAsync(group), line => line.Step == "push").TaskId);
        Assert.Equal(At(10, 25), (await app.GetPushAsync(push.Id)).RemindedAt);
        await app.ToAsync(At(8, 30, day: 2));
        Assert.Empty(await app.SheetTasksAsync(old));
        Assert.Single(await app.SheetTasksAsync(other));
    }

    [Fact]
    public async Task Group_without_an_owner_has_a_task_for_each_push()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var push = await app.PlanDailyAsync(await app.GroupAsync(), "10:30");

        await app.ToAsync(At(10, 30));

        Assert.Equal(StaffTaskKind.SendMessage, Assert.Single(await app.TasksAsync(push.GroupId)).Kind);
    }
}
