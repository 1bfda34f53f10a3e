using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Messaging.Deliveries;

/// <summary>The process ended between the ledger's row and what follows from it; whoever looks at the effect next makes up for it.</summary>
public sealed class EndedAttemptTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_way_in_that_the_ledger_has_and_the_group_has_not_is_given_to_it()
    {
        var group = await app.GroupAsync(joinUrl: null);
        await EndedAsync(group, new DeliveryCommand.Accept("ended", "sent-1", app.Now) { JoinUrl = SampleBodies.JoinUrl });

        await app.CampaignAsync(group);
        await app.RunUntilIdleAsync();

        var opened = await app.GetGroupAsync(group);
        Assert.Equal((GroupState.Open, SampleBodies.JoinUrl), (opened.State, opened.JoinUrl));
    }

    [Fact]
    public async Task A_doubt_that_nobody_was_told_of_becomes_a_task()
    {
        var group = await app.GroupAsync(joinUrl: null);
        await EndedAsync(group, new DeliveryCommand.LoseAnswer("ended"));

        await app.CampaignAsync(group);
        await app.RunUntilIdleAsync();

        Assert.Equal(StaffTaskKind.OpenJoinCode, Assert.Single(await app.TasksAsync(group)).Kind);
    }

    [Fact]
    public async Task What_was_being_sent_when_the_process_ended_is_in_doubt_after_two_minutes()
    {
        var group = await app.GroupAsync(joinUrl: null);
        await EndedAsync(group);

        await app.CampaignAsync(group);
        await app.AdvanceAsync(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        Assert.Equal(DeliveryState.Sending, Assert.Single(await app.DeliveriesAsync(group)).State);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(DeliveryState.Uncertain, Assert.Single(await app.DeliveriesAsync(group)).State);
        Assert.Equal(StaffTaskKind.OpenJoinCode, Assert.Single(await app.TasksAsync(group)).Kind);
    }

    [Fact]
    public async Task Task_whose_reminders_were_not_started_is_reminded_of()
    {
        var group = await app.GroupAsync(joinUrl: null);
        var task = new NewStaffTask($"ended-{group}", StaffTaskKind.OpenJoinCode, "群", group, app.Now, app.Now.AddHours(1));
        await app.Services.GetRequiredService<StaffTaskStore>().AddAsync(StaffTask.From(task));
        await EndedAsync(group, new DeliveryCommand.HandToStaff(task.Id));

        await app.CampaignAsync(group);
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(1, Assert.Single(await app.TasksAsync(group)).Escalations);
    }

    // The effect that a campaign with this group asks for, as far as an attempt came that ended.
    async Task EndedAsync(string group, params IEnumerable<DeliveryCommand> outcome)
    {
        var ledger = app.Services.GetRequiredService<Ledger>();
        var request = new NewDelivery($"group-{group}", "open-join-code", group, null, ChannelAction.OpenJoinCode, DeliveryPriority.Sale, group, app.Now);
        var entered = await ledger.EnterAsync(request);
        foreach (var command in outcome.Prepend(new DeliveryCommand.Begin("ended", app.Now))) await ledger.DecideAsync(entered, command);
    }
}
