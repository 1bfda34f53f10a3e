using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Messaging.Deliveries;
using FunctionsApp.Tests.Selling.FlashSales;

namespace FunctionsApp.Tests.Application;

/// <summary>A staff task ends with its cause. Every action of the channel is manual.</summary>
public sealed class EndOfTasksTests(EndOfTasksTests.ManualHost app) : IClassFixture<EndOfTasksTests.ManualHost>
{
    public sealed class ManualHost() : AppHost(AppHostSetup.WithEveryAction("Manual"));

    [Fact]
    public async Task Member_who_leaves_keeps_no_task()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "leaver");
        await app.AdvanceAsync(app.UntilGreeting());
        await app.JoinAsync(group, "stayer");
        await app.AdvanceAsync(app.UntilGreeting());
        Assert.Equal(2, (await app.TasksAsync(group)).Count);

        await app.LeaveAsync(group, "leaver");

        Assert.Single(await app.TasksAsync(group));
        var lines = await app.DeliveriesAsync(group);
        Assert.All(lines.Where(line => line.MemberId == "leaver"), line => Assert.Equal(
            (DeliveryState.Skipped, "the member left the group"), (line.State, line.Reason)));
        Assert.All(lines.Where(line => line.MemberId == "stayer"), line =>
            Assert.Equal(DeliveryState.AwaitingStaff, line.State));
    }

    [Fact]
    public async Task Onboarding_that_is_over_leaves_no_task_and_no_reminder()
    {
        var group = await app.GroupAsync();
        for (var member = 0; member < 3; member++) await app.JoinAsync(group, $"u{member}");
        await app.AdvanceAsync(app.UntilGreeting());
        Assert.Single(await app.TasksAsync(group));

        await app.AdvanceAsync(TimeSpan.FromHours(72));

        Assert.Empty(await app.TasksAsync(group));
        var escalations = await EscalationsAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(8));
        Assert.Equal(escalations, await EscalationsAsync());

        async Task<int> EscalationsAsync() =>
            (await app.TasksAsync(group, "done")).Sum(task => task.Escalations);
    }

    [Fact]
    public async Task Veterans_of_an_onboarding_that_ended_early_are_named_until_its_72_hours_are_over()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "veteran");
        await app.PostMessageAsync(group, "veteran", "大家好，我是老陈，来自苏州，喜欢喝茶");
        await app.AdvanceAsync(TimeSpan.FromDays(8));
        await app.JoinAsync(group, "newcomer");

        await app.RenameAsync(group, "newcomer", "小林-杭州");
        await app.PostMessageAsync(group, "newcomer", "大家好，我是小林，来自杭州，喜欢喝茶");

        Assert.Single(await app.TasksAsync(group));
        await app.AdvanceAsync(app.UntilGreeting());
        Assert.Equal(2, (await app.TasksAsync(group)).Count);
        await app.AdvanceAsync(TimeSpan.FromHours(72));
        Assert.Empty(await app.TasksAsync(group));
    }

    [Fact]
    public async Task Newcomer_who_left_before_the_greeting_gets_no_task()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.LeaveAsync(group, "u1");

        await app.AdvanceAsync(app.UntilGreeting());

        Assert.Empty(await app.TasksAsync(group));
        Assert.Empty(await app.DeliveriesAsync(group));
    }

    [Fact] // seed 209 of the simulation
    public async Task Newcomer_who_left_before_the_greeting_is_greeted_when_they_return()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.LeaveAsync(group, "u1");
        await app.AdvanceAsync(app.UntilGreeting());

        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(app.UntilGreeting());

        Assert.Equal("u1", Assert.Single(await app.DeliveriesAsync(group)).MemberId);
    }

    [Fact]
    public async Task Card_name_reminder_that_no_person_sent_ends_when_the_member_has_a_card_name()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(26));
        Assert.Contains(await app.DeliveriesAsync(group), IsAwaitedReminder);

        await app.RenameAsync(group, "u1", "小林-杭州");

        Assert.DoesNotContain(await app.DeliveriesAsync(group), IsAwaitedReminder);

        static bool IsAwaitedReminder(DeliveryView line) =>
            line is { Step: "card-name-reminder", State: DeliveryState.AwaitingStaff };
    }

    [Fact]
    public async Task Task_to_add_a_group_ends_with_the_campaign()
    {
        var group = await app.GroupAsync(capacity: 1);
        var (campaign, code) = await app.CampaignAsync(group);
        await app.JoinAsync(group, "u1", code);
        Assert.Contains(await OpenTasksAsync(), task => task.Kind is StaffTaskKind.AddGroup);

        await app.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign}/cancel", null);
        await app.RunUntilIdleAsync();

        Assert.DoesNotContain(await OpenTasksAsync(), task => task.Kind is StaffTaskKind.AddGroup);

        Task<IReadOnlyList<StaffTaskView>> OpenTasksAsync() =>
            app.ListAsync<StaffTaskView>("/api/tasks?status=open");
    }

    [Fact]
    public async Task Wave_that_no_person_sent_is_withdrawn_when_the_next_wave_is_due()
    {
        var sale = await app.SaleAsync(1, SampleBodies.JoinUrl, body => body["waves"] = app.Waves(90, 120));

        await app.AdvanceAsync(TimeSpan.FromMinutes(100));
        Assert.Equal(DeliveryState.AwaitingStaff, (await WaveAsync("wave-1"))!.State);
        await app.AdvanceAsync(TimeSpan.FromMinutes(30));

        var first = await WaveAsync("wave-1");
        Assert.Equal((DeliveryState.Skipped, "the next wave is due"), (first!.State, first.Reason));
        Assert.Equal(DeliveryState.AwaitingStaff, (await WaveAsync("wave-2"))!.State);

        async Task<DeliveryView?> WaveAsync(string step) =>
            (await app.DeliveriesAsync(sale.GroupId)).SingleOrDefault(line => line.Step == step);
    }
}
