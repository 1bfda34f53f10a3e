using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.StaffTasks;
using FakeWeCom;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom.StaffNotices;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Tests.Messaging.StaffTasks;
using FunctionsApp.Tests.Messaging.WeCom;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>Staff are told of their tasks by messages of the app.</summary>
public sealed class StaffNoticeTests : IClassFixture<LiveWeComHost>
{
    const string SendPath = "message/send";
    const string Link = "https://brand.example.com/sidebar";
    const string Title = "请把成员 林小姐 移出群";

    readonly LiveWeComHost app;

    // Before time passes the platform has to be there.
    public StaffNoticeTests(LiveWeComHost app) => Assert.NotNull((this.app = app).Platform);

    [Fact]
    public async Task Owner_is_told_of_a_new_task_once_without_the_text_of_the_task()
    {
        var (staff, userId) = await app.StaffAsync();
        var task = await OpenAsync(staff);

        await Tasks.OpenAsync(task);
        await app.AdvanceAsync(TimeSpan.FromMinutes(30));

        var message = Assert.Single(MessagesTo(userId));
        Assert.StartsWith("新待办：移出成员（", message.Text, StringComparison.Ordinal);
        Assert.EndsWith(Link, message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("林小姐", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_is_told_of_each_reminder_once_until_the_task_is_done()
    {
        var (staff, userId) = await app.StaffAsync();
        var task = await OpenAsync(staff);
        var scheduler = app.Services.GetRequiredService<DueWorkScheduler>();

        for (var hour = 0; hour < 4; hour++)
        {
            await app.AdvanceAsync(TimeSpan.FromHours(1));
            await scheduler.ScheduleAsync(StaffTaskReminder.Kind, app.Now, new StaffTaskReminder(task.Id));
        }

        await app.DoneAsync(task.Id);
        await app.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(
            ["新待办", "第 1 次催办", "第 2 次催办"],
            MessagesTo(userId).Select(message => message.Text.Split('：')[0]));
    }

    [Fact]
    public async Task Task_without_an_owner_whom_the_platform_knows_is_told_by_the_robot_of_staff()
    {
        var unknown = app.NewId("staff");
        (await app.PostAsync("/api/staff", new JsonObject { ["id"] = unknown, ["name"] = "小周" }))
            .Expecting(HttpStatusCode.Created);
        var before = app.Platform.Staff.RobotMessages.Count;

        await OpenAsync(owner: null);
        await OpenAsync(unknown);
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));

        var message = Assert.Single(app.Platform.Staff.RobotMessages.Skip(before));
        Assert.Equal(WeComHost.RobotKey, message.To);
        Assert.StartsWith("你有 2 个新待办", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Person_gets_at_most_one_message_a_minute_and_misses_no_task(int seed)
    {
        var (staff, userId) = await app.StaffAsync();
        var random = new Random(seed);
        for (var n = 0; n < 15; n++)
        {
            await OpenAsync(staff);
            await app.AdvanceAsync(TimeSpan.FromSeconds(random.Next(30)));
        }

        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        var messages = MessagesTo(userId);
        Assert.All(
            messages.GroupBy(message => message.At.UtcTicks / TimeSpan.TicksPerMinute),
            minute => Assert.Single(minute));
        Assert.Equal(15, messages.Sum(message => CountOf(message.Text)));
    }

    [Fact]
    public async Task Platform_that_is_away_delays_the_message_and_not_the_task()
    {
        var (staff, userId) = await app.StaffAsync();
        app.Corp.IsTrustedAddress = false;
        var task = await OpenAsync(staff);
        await app.AdvanceAsync(TimeSpan.FromMinutes(20));
        Assert.Empty(MessagesTo(userId));
        Assert.Contains(await app.ListAsync<StaffTaskView>("/api/tasks?"), open => open.Id == task.Id);

        app.Corp.IsTrustedAddress = true;
        await app.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.Single(MessagesTo(userId));
    }

    [Fact]
    public async Task Message_whose_answer_is_lost_is_not_sent_again()
    {
        var (staff, userId) = await app.StaffAsync();
        app.Platform.Faults.LoseAnswers(SendPath);
        await OpenAsync(staff);

        await app.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Single(MessagesTo(userId));
    }

    [Fact]
    public async Task Attempt_that_ended_without_an_outcome_is_not_repeated_and_keeps_no_other_notice_back()
    {
        var (staff, userId) = await app.StaffAsync();
        var store = app.Services.GetRequiredService<StaffNoticeStore>();
        await OpenAsync(staff);
        var waiting = await store.ReadAsync($"user-{userId}");
        await store.WriteAsync(
            waiting, waiting.Outbox.Begin([.. waiting.Notices.Select(notice => notice.RowKey)], app.Now));
        await OpenAsync(staff);

        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(1, CountOf(Assert.Single(MessagesTo(userId)).Text));
    }

    [Fact]
    public async Task Task_that_is_done_within_its_minute_is_not_told()
    {
        var (staff, userId) = await app.StaffAsync();
        var task = await OpenAsync(staff);
        await app.DoneAsync(task.Id);

        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Empty(MessagesTo(userId));
    }

    [Fact]
    public async Task What_was_told_is_forgotten_after_its_retention()
    {
        var (_, userId) = await app.StaffAsync();
        var notice = new StaffNotice("task-of-long-ago", StaffNoticeKind.Reminder, 1, app.Now);
        var store = app.Services.GetRequiredService<StaffNoticeStore>();
        await store.AddAsync($"user-{userId}", notice);
        await store.WriteAsync(await store.ReadAsync($"user-{userId}"), StaffOutbox.Empty, $"waiting-{notice.Id}");
        Assert.False(await store.AddAsync($"user-{userId}", notice));

        await store.ForgetAsync(app.Now + TimeSpan.FromDays(2), budget: 10_000);

        Assert.True(await store.AddAsync($"user-{userId}", notice));
    }

    StaffTaskService Tasks => app.Services.GetRequiredService<StaffTaskService>();

    async Task<NewStaffTask> OpenAsync(string? owner)
    {
        var task = new NewStaffTask(
            app.NewId("effect"),
            StaffTaskKind.RemoveMember,
            Title,
            await app.GroupAsync(),
            app.Now,
            app.Now.AddHours(1))
        {
            Owner = owner,
        };
        await Tasks.OpenAsync(task);
        return task;
    }

    List<FakeStaffMessage> MessagesTo(string userId) =>
        [.. app.Platform.Staff.Messages.Where(message => message.To == userId)];

    // A merged message tells how many: 你有 3 个新待办.
    static int CountOf(string text) => text.StartsWith("你有 ", StringComparison.Ordinal)
        ? int.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture)
        : text.Split('\n').Count(line => line.StartsWith("新待办", StringComparison.Ordinal));
}
