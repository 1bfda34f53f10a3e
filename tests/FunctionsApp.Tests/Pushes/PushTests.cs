using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Tests.Content;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.Deliveries;
using FunctionsApp.Tests.Messaging.StaffTasks;
using FunctionsApp.Tests.Selling.Conversions;

namespace FunctionsApp.Tests.Pushes;

/// <summary>The brand's clock starts at 9 in the morning.</summary>
public sealed class PushTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Push_of_a_daily_plan_is_sent_once_at_its_time()
    {
        var group = await app.GroupAsync();
        var content = await app.ApprovedAsync("{group} 的朋友，今天聊聊存茶");
        var at = NextAt(10, 30);
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", content));

        await app.AdvanceAsync(at - app.Now + TimeSpan.FromMinutes(1));

        var push = Assert.Single(await app.PushesAsync(group), push => push.State is PushState.Sent);
        Assert.Equal((at, false), (push.SentAt, push.Late));
        var line = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push");
        Assert.Equal((DeliveryState.Sent, push.DeliveryKey), (line.State, line.Key));
        Assert.EndsWith("的朋友，今天聊聊存茶", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_item_is_not_sent_again_within_its_interval()
    {
        var group = await app.GroupAsync();
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));

        await app.AdvanceAsync(TimeSpan.FromDays(3));

        var pushes = (await app.PushesAsync(group)).Where(push => push.PlannedAt <= app.Now).ToList();
        Assert.Equal(PushState.Sent, pushes[0].State);
        Assert.All(pushes.Skip(1), push => Assert.Equal(PushGuard.Reuse, push.Guard));
        Assert.True(pushes.Count >= 3);
    }

    [Fact]
    public async Task Draw_takes_another_item_each_day_and_says_when_there_is_none()
    {
        var group = await app.GroupAsync();
        var tag = app.NewId("tag");
        string[] items = [await app.ApprovedAsync(tag: tag), await app.ApprovedAsync(tag: tag)];
        var slot = PushClient.Daily("s1", "10:30", "");
        slot.Remove("content");
        slot["draw"] = new JsonObject { ["kind"] = "Useful", ["tags"] = new JsonArray(tag) };
        await app.PlanAsync(group, slot);

        await app.AdvanceAsync(TimeSpan.FromDays(3));

        var pushes = (await app.PushesAsync(group)).Where(push => push.PlannedAt <= app.Now).Take(3).ToList();
        Assert.Equal(items.Order(), pushes.Take(2).Select(push => push.ContentId).Order());
        Assert.Equal(PushSkipCause.NoContent, pushes[2].Cause);
    }

    [Fact]
    public async Task Edit_moves_what_is_not_sent_yet()
    {
        var group = await app.GroupAsync();
        var content = await app.ApprovedAsync();
        var plan = await app.PlanAsync(group, PushClient.Daily("s1", "10:30", content));

        (await app.EditPlanAsync(
            plan, new JsonObject { ["slots"] = new JsonArray(PushClient.Daily("s1", "16:00", content)) }))
            .Expecting(HttpStatusCode.OK);
        await app.RunUntilIdleAsync();

        var pushes = await app.PushesAsync(group);
        Assert.NotEmpty(pushes);
        Assert.All(pushes, push => Assert.Equal(8, push.PlannedAt.UtcDateTime.Hour));
    }

    [Fact]
    public async Task Paused_plan_and_held_group_skip_with_their_reason()
    {
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());
        var plan = await app.PlanAsync(first, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));
        await app.PlanAsync(second, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));
        (await app.PostAsync($"/api/push-plans/{plan}/pause", new JsonObject { ["by"] = "小王" }))
            .Expecting(HttpStatusCode.OK);
        (await app.HoldGroupAsync(second)).Expecting(HttpStatusCode.OK);

        await app.AdvanceAsync(TimeSpan.FromDays(1));

        foreach (var group in new[] { first, second })
        {
            var push = Assert.Single(await app.PushesAsync(group), push => push.PlannedAt <= app.Now);
            Assert.Equal((PushState.Skipped, PushGuard.Paused), (push.State, push.Guard));
        }

        Assert.Null((await app.GetPlanAsync(plan)).NextAt);
    }

    [Fact]
    public async Task Pause_of_the_brand_skips_every_push_until_it_is_resumed()
    {
        await using var alone = await AppHost.StartAsync(new AppHostSetup());
        var group = await alone.GroupAsync();
        await alone.PlanAsync(group, PushClient.Daily("s1", "10:30", await alone.ApprovedAsync()));
        (await alone.PostAsync("/api/pushes/pause", new JsonObject { ["by"] = "小王", ["reason"] = "热点" }))
            .Expecting(HttpStatusCode.OK);
        await alone.AdvanceAsync(TimeSpan.FromHours(2));

        (await alone.PostAsync("/api/pushes/resume", new JsonObject { ["by"] = "小王" }))
            .Expecting(HttpStatusCode.NoContent);
        await alone.AdvanceAsync(TimeSpan.FromDays(1));

        var pushes = (await alone.PushesAsync(group)).Where(push => push.PlannedAt <= alone.Now).ToList();
        Assert.Equal([PushState.Skipped, PushState.Sent], pushes.Select(push => push.State));
        Assert.Contains("品牌暂停", pushes[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unapproved_item_is_skipped_with_its_reason()
    {
        var group = await app.GroupAsync();
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", await app.ContentAsync()));

        await app.AdvanceAsync(TimeSpan.FromDays(1));

        var push = Assert.Single(await app.PushesAsync(group), push => push.PlannedAt <= app.Now);
        Assert.Equal((PushSkipCause.ContentNotValid, "素材尚未审核通过"), (push.Cause, push.Reason));
    }

    [Fact]
    public async Task Push_without_an_item_that_can_be_sent_is_a_staff_task_until_it_is_due()
    {
        var group = await app.GroupAsync();
        var content = await app.ContentAsync();
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", content));

        var task = (await app.TasksAsync(group)).OrderBy(task => task.DueAt).First();

        Assert.Equal((StaffTaskKind.PrepareContent, NextAt(10, 30)), (task.Kind, task.DueAt));
        Assert.Contains("素材尚未审核通过", task.Title, StringComparison.Ordinal);
        (await app.ApproveAsync(content)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(task.DueAt - app.Now);
        Assert.DoesNotContain(await app.TasksAsync(group), open => open.Id == task.Id);
        Assert.Equal(PushState.Sent, (await app.PushesAsync(group))[0].State);
    }

    [Fact]
    public async Task Draw_that_finds_nothing_is_a_staff_task_a_day_before()
    {
        var group = await app.GroupAsync();
        var slot = PushClient.Daily("s1", "10:30", "");
        slot.Remove("content");
        slot["draw"] = new JsonObject { ["kind"] = "Fun", ["tags"] = new JsonArray(app.NewId("tag")) };
        slot["at"] = new JsonObject { ["type"] = "Once", ["instant"] = NextAt(10, 30).AddDays(4) };
        await app.PlanAsync(group, slot);
        Assert.Empty(await app.TasksAsync(group));

        await app.AdvanceAsync(NextAt(10, 30).AddDays(3) - app.Now);

        Assert.Equal(StaffTaskKind.PrepareContent, Assert.Single(await app.TasksAsync(group)).Kind);
    }

    [Fact]
    public async Task Group_that_opens_later_gets_the_pushes_of_its_plans_by_tag()
    {
        var tag = app.NewId("tag");
        var body = app.PlanBody("any-group", PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));
        body.Remove("groupIds");
        body["tags"] = new JsonArray(tag);
        (await app.PostAsync("/api/push-plans", body)).Expecting(HttpStatusCode.Created);
        var group = await app.GroupAsync();
        await app.RunUntilIdleAsync();
        Assert.Empty(await app.PushesAsync(group));

        (await app.EditGroupAsync(group, new JsonObject { ["by"] = "小王", ["tags"] = new JsonArray(tag) }))
            .Expecting(HttpStatusCode.OK);
        await app.RunUntilIdleAsync();

        Assert.NotEmpty(await app.PushesAsync(group));
    }

    [Fact]
    public async Task Push_is_skipped_from_the_warm_up_of_a_conversion_to_its_closing()
    {
        await using var alone = await AppHost.StartAsync(new AppHostSetup());
        var group = await alone.GroupAsync();
        var slot = PushClient.Daily("s1", "10:30", "");
        slot.Remove("content");
        slot["draw"] = new JsonObject { ["kind"] = "Useful", ["tags"] = new JsonArray("茶") };
        for (var i = 0; i < 4; i++) await alone.ApprovedAsync($"第 {i} 条");
        await alone.PlanAsync(group, slot);
        // Otherwise the messages of the conversion use up the quota of the day.
        (await alone.SendAsync(
            HttpMethod.Put, $"/api/groups/{group}/push-limits", AppHost.Json(new JsonObject { ["perDay"] = 10 })))
            .Expecting(HttpStatusCode.OK);
        // Its warm-up is at 20:00, and its closing on the evening of the next day.
        (await alone.PostAsync("/api/conversions", ConversionClient.Conversion("tea", alone.Now, group)))
            .Expecting(HttpStatusCode.Created);

        await alone.AdvanceAsync(TimeSpan.FromDays(2.5));

        var pushes = (await alone.PushesAsync(group)).Where(push => push.PlannedAt <= alone.Now).ToList();
        Assert.Equal([null, PushGuard.Blackout, null], pushes.Select(push => push.Guard));
        Assert.Contains(await alone.CalendarAsync(group), item => item.Kind == "Push");
    }

    [Fact]
    public async Task Calendars_reach_seven_days_ahead_every_day()
    {
        var group = await app.GroupAsync();
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));

        await app.AdvanceAsync(TimeSpan.FromDays(5));

        var last = (await app.PushesAsync(group)).Max(push => push.PlannedAt);
        Assert.InRange(last - app.Now, TimeSpan.FromDays(6), TimeSpan.FromDays(8));
    }

    [Fact]
    public async Task Old_pushes_are_deleted_with_the_deliveries()
    {
        await using var alone = await AppHost.StartAsync(new AppHostSetup
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Retention:DeliveryDays"] = "30" },
        });
        var group = await alone.GroupAsync();
        await alone.PlanAsync(group, PushClient.Daily("s1", "10:30", await alone.ApprovedAsync()));
        await alone.AdvanceAsync(TimeSpan.FromDays(48));

        var from = Uri.EscapeDataString(alone.Now.AddDays(-60).UtcDateTime.ToString("O"));
        var oldest = (await alone.ListAsync<PushView>($"/api/pushes?groupId={group}&from={from}&"))[0].PlannedAt;

        Assert.InRange(alone.Now - oldest, TimeSpan.FromDays(30), TimeSpan.FromDays(41));
    }

    // The next instant at which the brand's clocks show this time.
    DateTimeOffset NextAt(int hour, int minute)
    {
        var local = app.Now.ToOffset(TimeSpan.FromHours(8));
        var at = new DateTimeOffset(local.Year, local.Month, local.Day, hour, minute, 0, local.Offset);
        return at > app.Now ? at : at.AddDays(1);
    }
}
