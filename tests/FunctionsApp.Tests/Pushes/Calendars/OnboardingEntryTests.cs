using Community.Messaging.Channels;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.Deliveries;

namespace FunctionsApp.Tests.Pushes.Calendars;

public sealed class OnboardingEntryTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Reminder_of_a_newcomer_is_shown_without_naming_the_newcomer()
    {
        var group = await app.GroupAsync();

        await app.JoinAsync(group, "u1", name: "小周");

        var answer = await app.GetAsync($"/api/groups/{group}/calendar");
        var reminder = Assert.Single(answer.As<CalendarView>().Items);
        Assert.Equal(
            new CalendarItem(app.Now.AddHours(24), "Onboarding", "card-name-reminder", "Planned", Reason: null),
            reminder);
        Assert.DoesNotContain("u1", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("小周", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_that_is_not_needed_is_not_shown()
    {
        var group = await app.GroupAsync();
        foreach (var member in new[] { "u1", "u2", "u3" }) await app.JoinAsync(group, member);
        Assert.Equal(3, (await app.CalendarAsync(group)).Count);

        await app.RenameAsync(group, "u1", "小林-杭州");
        await app.LeaveAsync(group, "u2");

        Assert.Single(await app.CalendarAsync(group));
    }

    [Fact]
    public async Task Reminders_in_the_calendar_are_those_that_are_sent()
    {
        var group = await app.GroupAsync();
        for (var i = 0; i < 3; i++)
        {
            await app.JoinAsync(group, $"u{i}");
            await app.AdvanceAsync(TimeSpan.FromMinutes(7));
        }

        var items = await app.CalendarAsync(group);
        await app.AdvanceAsync(TimeSpan.FromHours(25));

        var sent = (await app.DeliveriesAsync(group)).Where(line => line.Step == "card-name-reminder");
        Assert.Equal(items.Select(item => (DateTimeOffset?)item.At), sent.Select(line => line.SentAt));
        Assert.Empty(await app.CalendarAsync(group));
    }

    [Fact]
    public async Task Greeting_that_waits_for_the_robot_is_shown_line_by_line()
    {
        var group = await app.GroupAsync();
        for (var i = 0; i < 8; i++) await app.JoinAsync(group, $"u{i}");

        var items = await app.CalendarAsync(group);

        var greeting = items.TakeWhile(item => item.At < app.Now.AddHours(1)).ToList();
        Assert.Equal(["welcome", "rules", "introduction"], greeting.Select(item => item.What));
        Assert.Equal(8, items.Count(item => item.What == "card-name-reminder"));
        await app.AdvanceAsync(greeting[0].At - app.Now);
        Assert.Equal(greeting[0].At, (await app.DeliveriesAsync(group))[^1].SentAt);
        Assert.Equal(8, (await app.CalendarAsync(group)).Count);
    }

    [Fact]
    public async Task Greeting_that_a_person_sends_is_shown_at_the_end_of_the_quarter()
    {
        await using var staffed = await AppHost.StartAsync(
            AppHostSetup.With(ChannelAction.SendToGroup, nameof(Capability.StaffConfirmed)));
        var group = await staffed.GroupAsync();
        await staffed.AdvanceAsync(TimeSpan.FromMinutes(4));
        await staffed.JoinAsync(group, "u1");

        var items = await staffed.CalendarAsync(group);

        Assert.Equal(
            [("greeting", staffed.Now.AddMinutes(11)), ("card-name-reminder", staffed.Now.AddMinutes(11).AddDays(1))],
            items.Select(item => (item.What, item.At)));
    }

    [Fact]
    public async Task Newcomers_of_a_flash_group_get_no_reminder()
    {
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(5));

        await app.JoinAsync(group, "u1");

        Assert.Empty(await app.CalendarAsync(group));
    }

    [Fact]
    public async Task Reminders_are_at_most_fifty()
    {
        var group = await app.GroupAsync();
        for (var i = 0; i < 60; i++) await app.JoinAsync(group, $"u{i}");
        await app.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(50, (await app.CalendarAsync(group)).Count);
    }
}
