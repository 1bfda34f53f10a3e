using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Deliveries;
using Community.Pushes.DaySheets;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Tests.Content;
using FunctionsApp.Tests.Groups;
using static FunctionsApp.Tests.Pushes.DaySheets.DaySheetClient;

namespace FunctionsApp.Tests.Pushes.DaySheets;

public sealed class DaySheetItemTests
{
    [Fact]
    public async Task Row_has_the_message_that_is_handed_over_when_the_push_is_due()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var owner = await app.StaffAsync();
        var group = await app.OwnedGroupAsync(owner);
        var push = await app.PlanDailyAsync(group, "10:30", "{group} 的朋友，{date} 聊存茶：{link}");

        var before = await ItemAsync(app, owner, push.Id);
        await app.ToAsync(At(10, 30));
        var after = await ItemAsync(app, owner, push.Id);

        var line = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push");
        Assert.Contains("12月1日", before.Text, StringComparison.Ordinal);
        Assert.Equal((line.Text, line.Text), (before.Text, after.Text));
        Assert.Equal(line.Attachments, before.Attachments);
        Assert.Equal(line.Attachments, after.Attachments);
        Assert.Equal(("WillSend", "AwaitingStaff"), (before.State, after.State));
        Assert.Equal(
            (At(10, 30), At(12, 30), push.ContentId, (int?)1, (SendingWay?)SendingWay.ByHand),
            (before.At, before.EndsAt, before.ContentId, before.Variant, before.Via));
        Assert.Equal((await app.GetGroupAsync(group)).Name, before.GroupName);
    }

    [Fact]
    public async Task Row_follows_edits_moves_and_replacements()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var owner = await app.StaffAsync();
        var push = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30", "第一版");

        (await app.EditContentAsync(
            push.ContentId!, new JsonObject { ["by"] = "小林", ["variants"] = new JsonArray("第二版") }))
            .Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromSeconds(6));
        var edited = await ItemAsync(app, owner, push.Id);
        await CommandAsync(app, push.Id, "replace", "contentId", await app.ApprovedAsync("另一条"));
        await CommandAsync(app, push.Id, "move", "at", At(16));
        var moved = await ItemAsync(app, owner, push.Id);
        await CommandAsync(app, push.Id, "hold", "reason", "等配图");
        var held = await ItemAsync(app, owner, push.Id);

        Assert.Equal(
            ("WillSkip", "素材尚未审核通过", null, null), (edited.State, edited.Reason, edited.Text, edited.Via));
        Assert.Equal(("WillSend", "另一条", At(16), At(18)), (moved.State, moved.Text, moved.At, moved.EndsAt));
        Assert.Equal("Held", held.State);
    }

    [Fact]
    public async Task Row_that_will_be_skipped_or_was_skipped_says_why()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var owner = await app.StaffAsync();
        var group = await app.OwnedGroupAsync(owner);
        var first = await app.PlanDailyAsync(group, "10:30");
        var near = await app.PlanDailyAsync(group, "11:00");

        var coming = await ItemAsync(app, owner, near.Id);
        await app.ToAsync(At(11));
        var skipped = await ItemAsync(app, owner, near.Id);

        Assert.Equal("WillSkip", coming.State);
        Assert.Contains("间隔不到 90 分钟", coming.Reason, StringComparison.Ordinal);
        Assert.Equal(("Skipped", coming.Reason, null), (skipped.State, skipped.Reason, skipped.Text));
        Assert.Null((await app.GetPushAsync(near.Id)).RemindedAt);
        Assert.NotNull((await app.GetPushAsync(first.Id)).RemindedAt);
    }

    [Fact]
    public async Task Unknown_owner_and_one_without_groups_are_404_and_a_wrong_date_is_400()
    {
        await using var app = await AppHost.StartAsync(Manual);
        var (owner, idle) = (await app.StaffAsync(), await app.StaffAsync());
        await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");

        (await app.GetAsync($"/api/day-sheets/nobody/{Today}")).Expecting(HttpStatusCode.NotFound);
        (await app.GetAsync($"/api/day-sheets/{idle}/{Today}")).Expecting(HttpStatusCode.NotFound);
        (await app.GetAsync($"/api/day-sheets/{owner}/2026-11-30")).Expecting(HttpStatusCode.NotFound);
        foreach (var date in new[] { "2026-12-1", "today", "2026-13-01", "20261201" })
            (await app.GetAsync($"/api/day-sheets/{owner}/{date}")).ExpectingInvalid("date");
        (await app.GetAsync("/api/day-sheets?date=tomorrow")).ExpectingInvalid("date");
        Assert.Empty(await app.SheetTasksAsync(idle));
        var tomorrow = await app.SheetAsync(owner, "2026-12-02");
        Assert.Null(tomorrow.TaskId);
        Assert.Single(tomorrow.Items);
    }

    [Fact]
    public async Task Sheets_of_a_day_are_listed_by_pages()
    {
        await using var app = await AppHost.StartAsync(Manual);
        List<string> owners = [];
        for (var i = 0; i < 3; i++)
        {
            owners.Add(await app.StaffAsync());
            await app.PlanDailyAsync(await app.OwnedGroupAsync(owners[i]), "10:30");
        }

        var page = (await app.GetAsync("/api/day-sheets?top=2")).Expecting(HttpStatusCode.OK).Json;
        var all = await app.ListAsync<DaySheetSummary>($"/api/day-sheets?date={Today}");

        Assert.Equal(2, page.GetProperty("items").GetArrayLength());
        Assert.NotNull(page.GetProperty("continuation").GetString());
        Assert.Equal(owners, all.Select(sheet => sheet.Owner));
        Assert.All(all, sheet => Assert.Equal($"/api/day-sheets/{sheet.Owner}/{Today}", sheet.Path));
        Assert.Equal((await app.SheetAsync(owners[0])).TaskId, all[0].TaskId);
        Assert.Empty(await app.ListAsync<DaySheetSummary>("/api/day-sheets?date=2026-12-02"));
    }

    [Fact]
    public async Task Automatic_messages_have_no_sheet()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var owner = await app.StaffAsync();
        var push = await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");

        await app.ToAsync(At(10, 30));

        (await app.GetAsync($"/api/day-sheets/{owner}/{Today}")).Expecting(HttpStatusCode.NotFound);
        Assert.Empty(await app.SheetTasksAsync(owner));
        Assert.Null((await app.GetPushAsync(push.Id)).RemindedAt);
    }

    [Fact]
    public async Task Sheets_are_kept_for_thirty_days()
    {
        await using var app = await AppHost.StartAsync(Manual with { OnDisk = true });
        var owner = await app.StaffAsync();
        await app.PlanDailyAsync(await app.OwnedGroupAsync(owner), "10:30");
        await app.ToAsync(At(12));
        Assert.NotEmpty((await app.SheetAsync(owner, Today)).Items);

        await app.PassAsync(At(12, day: 30) - app.Now);
        Assert.NotEmpty((await app.SheetAsync(owner)).Items);
        await app.PassAsync(TimeSpan.FromDays(13));

        (await app.GetAsync($"/api/day-sheets/{owner}/{Today}")).Expecting(HttpStatusCode.NotFound);
        Assert.NotEmpty((await app.SheetAsync(owner, "2026-12-30")).Items);
    }

    static async Task<DaySheetItem> ItemAsync(AppHost app, string owner, string push) =>
        Assert.Single((await app.SheetAsync(owner)).Items, item => item.PushId == push);

    static async Task CommandAsync(AppHost app, string push, string command, string field, JsonNode value) =>
        (await app.CommandAsync(push, command, new JsonObject { [field] = value })).Expecting(HttpStatusCode.OK);
}
