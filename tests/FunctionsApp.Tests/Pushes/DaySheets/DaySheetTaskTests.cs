using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Deliveries;
using Community.Pushes.Occurrences;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.StaffTasks;
using Microsoft.Extensions.DependencyInjection;
using static FunctionsApp.Tests.Pushes.DaySheets.DaySheetClient;

namespace FunctionsApp.Tests.Pushes.DaySheets;

public sealed class DaySheetTaskTests
{
    static readonly TimeSpan FollowTime = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Sheet_opens_at_half_past_eight_with_every_push_of_the_owners_groups()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var owner = await app.StaffAsync();
        await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "18:00", "晚上的一条");
        await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30", "早上的一条");
        await app.ToAsync(At(23));
        var before = await app.SheetTasksAsync(owner, "done");

        await app.ToAsync(At(8, 29, day: 2));
        Assert.Empty(await app.SheetTasksAsync(owner));
        await app.ToAsync(At(8, 30, day: 2));

        var task = Assert.Single(await app.SheetTasksAsync(owner));
        Assert.DoesNotContain(task.Id, before.Select(done => done.Id));
        Assert.Equal(
            ("今日节奏 12月2日，2 条", $"/api/day-sheets/{owner}/2026-12-02", At(20, day: 2)),
            (task.Title, task.Sheet, task.DueAt));
        var sheet = (await app.GetAsync(task.Sheet!)).Expecting(HttpStatusCode.OK).As<DaySheetView>();
        Assert.Equal((task.Id, "2026-12-02"), (sheet.TaskId, sheet.Date));
        Assert.Equal([At(10, 30, day: 2), At(18, day: 2)], sheet.Items.Select(item => item.At));
    }

    [Fact]
    public async Task Push_that_is_planned_later_opens_a_sheet_at_once_and_the_next_one_joins_it()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var owner = await app.StaffAsync();
        await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");
        Assert.Equal("今日节奏 12月1日，1 条", Assert.Single(await app.SheetTasksAsync(owner)).Title);

        await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "12:30");
        Assert.Equal(2, (await app.SheetAsync(owner)).Items.Count);
        await app.AdvanceAsync(FollowTime);

        var task = Assert.Single(await app.SheetTasksAsync(owner));
        Assert.Equal(("今日节奏 12月1日，2 条", At(14, 30)), (task.Title, task.DueAt));
    }

    [Fact]
    public async Task Sheet_opens_five_minutes_before_a_push_that_is_earlier_than_half_past_eight()
    {
        var settings = new Dictionary<string, string?>(Manual.Settings) { ["Push:WindowStart"] = "06:00" };
        await using var app = await AppHost.StartAsync(Manual with { Settings = settings });
        var owner = await app.StaffAsync();
        await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "07:00");

        await app.ToAsync(At(6, 54, day: 2));
        Assert.Empty(await app.SheetTasksAsync(owner));
        await app.ToAsync(At(6, 55, day: 2));

        Assert.Single(await app.SheetTasksAsync(owner));
    }

    [Fact]
    public async Task Each_push_is_confirmed_by_itself_and_the_last_one_ends_the_task()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var owner = await app.StaffAsync();
        var morning = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");
        var noon = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "12:00");
        await app.ToAsync(At(12));
        Assert.Equal(PushState.AwaitingStaff, (await app.GetPushAsync(morning.Id)).State);
        Assert.Single(await app.ListAsync<StaffTaskView>("/api/tasks?status=open"));

        await ConfirmAsync(app, noon.Id);
        await app.AdvanceAsync(FollowTime);

        var task = Assert.Single(await app.SheetTasksAsync(owner));
        Assert.Equal(
            [PushState.AwaitingStaff, PushState.Sent],
            [(await app.GetPushAsync(morning.Id)).State, (await app.GetPushAsync(noon.Id)).State]);
        await ConfirmAsync(app, morning.Id);
        await app.AdvanceAsync(FollowTime);
        Assert.True((await app.GetPushAsync(morning.Id)).Late);
        Assert.False((await app.GetPushAsync(noon.Id)).Late);
        Assert.Empty(await app.SheetTasksAsync(owner));
        Assert.Equal(0, Assert.Single(await app.SheetTasksAsync(owner, "done")).Escalations);
        var line = Assert.Single(await app.DeliveriesAsync(morning.GroupId), line => line.Step == "push");
        Assert.Equal((DeliveryState.Sent, task.Id), (line.State, line.TaskId));
    }

    [Fact]
    public async Task Push_that_is_not_confirmed_is_missed_and_the_sheet_ends_without_an_escalation()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var owner = await app.StaffAsync();
        var missed = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");
        var last = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "12:30");

        await app.ToAsync(At(13));

        Assert.Equal(PushState.Missed, (await app.GetPushAsync(missed.Id)).State);
        Assert.Equal(PushState.AwaitingStaff, (await app.GetPushAsync(last.Id)).State);
        Assert.Equal(0, Assert.Single(await app.SheetTasksAsync(owner)).Escalations);
        var line = Assert.Single(await app.DeliveriesAsync(missed.GroupId), line => line.Step == "push");
        Assert.Equal(DeliveryState.Skipped, line.State);
        await app.ToAsync(At(14, 35));
        Assert.Equal(PushState.Missed, (await app.GetPushAsync(last.Id)).State);
        Assert.Empty(await app.SheetTasksAsync(owner));
        Assert.Equal(0, Assert.Single(await app.SheetTasksAsync(owner, "done")).Escalations);
    }

    [Fact]
    public async Task Task_that_is_done_by_hand_confirms_nothing_and_stays_done_until_a_push_joins()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var owner = await app.StaffAsync();
        var push = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");
        var task = Assert.Single(await app.SheetTasksAsync(owner));

        await app.DoneAsync(task.Id);
        await app.ToAsync(At(10, 40));

        Assert.Equal(PushState.AwaitingStaff, (await app.GetPushAsync(push.Id)).State);
        Assert.Empty(await app.SheetTasksAsync(owner));
        await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "16:00");
        await app.AdvanceAsync(FollowTime);
        Assert.Equal(task.Id, Assert.Single(await app.SheetTasksAsync(owner)).Id);
        await ConfirmAsync(app, push.Id);
        Assert.Equal(PushState.Sent, (await app.GetPushAsync(push.Id)).State);
    }

    [Fact]
    public async Task Push_that_is_planned_after_the_sheet_has_ended_opens_its_task_again()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var owner = await app.StaffAsync();
        var push = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");
        await app.ToAsync(At(10, 30));
        await ConfirmAsync(app, push.Id);
        await app.AdvanceAsync(FollowTime);
        var done = Assert.Single(await app.SheetTasksAsync(owner, "done"));

        await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "16:00");

        var task = Assert.Single(await app.SheetTasksAsync(owner));
        Assert.Equal((done.Id, "今日节奏 12月1日，2 条"), (task.Id, task.Title));
    }

    [Fact]
    public async Task Skipped_push_leaves_the_count_and_moved_one_changes_the_day()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var owner = await app.StaffAsync();
        var skipped = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");
        var moved = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "12:30");
        await app.AdvanceAsync(FollowTime);

        (await app.CommandAsync(skipped.Id, "skip")).Expecting(HttpStatusCode.OK);
        (await app.CommandAsync(moved.Id, "move", new JsonObject { ["at"] = At(18, day: 3) }))
            .Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(FollowTime);

        Assert.Empty(await app.SheetTasksAsync(owner));
        await app.ToAsync(At(8, 30, day: 3));
        Assert.Contains(
            (await app.SheetAsync(owner, "2026-12-03")).Items,
            item => (item.PushId, item.At) == (moved.Id, At(18, day: 3)));
        Assert.Equal("今日节奏 12月3日，3 条", Assert.Single(await app.SheetTasksAsync(owner)).Title);
    }

    [Fact]
    public async Task Sheet_has_one_task_through_a_restart_and_repeated_work()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var setup = Manual with { Store = Path.Combine(folder.FullName, "store.db") };
            string owner;
            PushView push;
            await using (var before = await AppHost.StartAsync(setup))
            {
                owner = await before.StaffAsync();
                push = await before.PlanDailyAsync(await before.OwnedGroupAsync(owner), "10:30");
            }

            await using var after = await AppHost.StartAsync(setup with { Clock = setup.Clock.AddHours(1.4) });
            var scheduler = after.Services.GetRequiredService<DueWorkScheduler>();
            for (var i = 0; i < 3; i++)
            {
                await scheduler.ScheduleAsync(
                    DaySheetWork.Kind, after.Now, new DaySheetWork(owner, new DateOnly(2026, 12, 1)));
                await scheduler.ScheduleAsync(
                    PushReminder.Kind, push.PlannedAt.AddMinutes(-5), new PushReminder(push.Id, push.PlannedAt));
            }

            await after.ToAsync(At(10, 30));

            var task = Assert.Single(await after.SheetTasksAsync(owner));
            Assert.Equal(1, task.ItemReminders);
            Assert.Equal(PushState.AwaitingStaff, (await after.GetPushAsync(push.Id)).State);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Sheet_whose_pushes_ended_while_the_app_was_off_ends()
    {
        await using var app = await AppHost.StartAsync(Manual with { OnDisk = true });
        var owner = await app.StaffAsync();
        var push = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");
        await app.ToAsync(At(12));
        var task = Assert.Single(await app.SheetTasksAsync(owner));

        await app.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(PushState.Missed, (await app.GetPushAsync(push.Id)).State);
        Assert.DoesNotContain(await app.SheetTasksAsync(owner), open => open.Id == task.Id);
    }

    static async Task ConfirmAsync(AppHost app, string push)
    {
        (await app.CommandAsync(push, "confirm")).Expecting(HttpStatusCode.OK);
        await app.RunUntilIdleAsync();
    }
}
