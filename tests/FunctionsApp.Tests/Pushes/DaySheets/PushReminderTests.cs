using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Groups;
using TestSupport.Logs;
using static FunctionsApp.Tests.Pushes.DaySheets.DaySheetClient;

namespace FunctionsApp.Tests.Pushes.DaySheets;

public sealed class PushReminderTests
{
    [Fact]
    public async Task Owner_is_reminded_five_minutes_before_each_push()
    {
        ConcurrentQueue<LogLine> lines = new();
        await using var app = await AppHost.StartAsync(
            Manual with { Configure = builder => LogCapture.AddTo(builder.Logging, lines.Enqueue) });
        var owner = await app.StaffAsync();
        var push = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");

        await app.ToAsync(At(10, 24));
        Assert.Null((await app.GetPushAsync(push.Id)).RemindedAt);
        await app.ToAsync(At(10, 29));

        Assert.Equal(At(10, 25), (await app.GetPushAsync(push.Id)).RemindedAt);
        Assert.Equal(At(10, 25), Assert.Single((await app.SheetAsync(owner)).Items).RemindedAt);
        Assert.Equal(1, Assert.Single(await app.SheetTasksAsync(owner)).ItemReminders);
        Assert.Single(lines, line => line.Message.Contains($"Reminder of push {push.Id}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hold")]
    [InlineData("skip")]
    [InlineData("confirm")]
    public async Task Push_that_is_held_skipped_or_confirmed_has_no_reminder(string command)
    {
        await using var app = await AppHost.StartAsync(Manual);
        var push = await app.PlanDailyAsync(await app.OwnedGroupAsync(await app.StaffAsync()), "10:30");

        (await app.CommandAsync(push.Id, command)).Expecting(HttpStatusCode.OK);
        await app.ToAsync(At(10, 30));

        Assert.Null((await app.GetPushAsync(push.Id)).RemindedAt);
    }

    [Fact]
    public async Task Moved_push_has_its_reminder_before_its_new_instant()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var push = await app.PlanDailyAsync(await app.OwnedGroupAsync(await app.StaffAsync()), "10:30");

        await app.ToAsync(At(10, 26));
        (await app.CommandAsync(push.Id, "move", new JsonObject { ["at"] = At(16) })).Expecting(HttpStatusCode.OK);
        Assert.Null((await app.GetPushAsync(push.Id)).RemindedAt);
        await app.ToAsync(At(16));

        Assert.Equal(At(15, 55), (await app.GetPushAsync(push.Id)).RemindedAt);
    }

    [Fact]
    public async Task Push_that_waits_for_the_window_has_its_reminder_before_the_window_opens()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var push = await app.PlanDailyAsync(await app.OwnedGroupAsync(await app.StaffAsync()), "08:00");

        await app.ToAsync(At(8, 30, day: 2));
        Assert.Null((await app.GetPushAsync(push.Id)).RemindedAt);
        await app.ToAsync(At(9, day: 2));

        Assert.Equal(At(8, 55, day: 2), (await app.GetPushAsync(push.Id)).RemindedAt);
    }
}
