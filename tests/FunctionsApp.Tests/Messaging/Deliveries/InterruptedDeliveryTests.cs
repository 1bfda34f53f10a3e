using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Deliveries;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Messaging.Deliveries;

/// <summary>The process ends after an entry in the ledger. The next attempt completes what should follow.</summary>
public sealed class InterruptedDeliveryTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Group_gets_the_join_url_that_only_the_ledger_has()
    {
        var group = await app.GroupAsync(joinUrl: null);
        var accept = new DeliveryCommand.Accept("ended", "sent-1", app.Now) { JoinUrl = SampleBodies.JoinUrl };
        await InterruptAsync(group, accept);

        await app.CampaignAsync(group);
        await app.RunUntilIdleAsync();

        var opened = await app.GetGroupAsync(group);
        Assert.Equal((GroupState.Open, SampleBodies.JoinUrl), (opened.State, opened.JoinUrl));
    }

    [Fact]
    public async Task Uncertain_delivery_without_a_task_gets_one()
    {
        var group = await app.GroupAsync(joinUrl: null);
        await InterruptAsync(group, new DeliveryCommand.LoseAnswer("ended"));

        await app.CampaignAsync(group);
        await app.RunUntilIdleAsync();

        Assert.Equal(StaffTaskKind.OpenJoinCode, Assert.Single(await app.TasksAsync(group)).Kind);
    }

    [Fact]
    public async Task Delivery_that_was_being_sent_at_a_crash_is_uncertain_after_two_minutes()
    {
        var group = await app.GroupAsync(joinUrl: null);
        await InterruptAsync(group);

        await app.CampaignAsync(group);
        await app.AdvanceAsync(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        Assert.Equal(DeliveryState.Sending, Assert.Single(await app.DeliveriesAsync(group)).State);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(DeliveryState.Uncertain, Assert.Single(await app.DeliveriesAsync(group)).State);
        Assert.Equal(StaffTaskKind.OpenJoinCode, Assert.Single(await app.TasksAsync(group)).Kind);
    }

    // Enters the delivery that a campaign of the group requests, and the outcome that an interrupted attempt stored.
    async Task InterruptAsync(string group, params IEnumerable<DeliveryCommand> outcome)
    {
        var ledger = app.Services.GetRequiredService<Ledger>();
        var request = new NewDelivery(
            $"group-{group}",
            "open-join-code",
            group,
            MemberId: null,
            ChannelAction.OpenJoinCode,
            DeliveryPriority.Sale,
            group,
            app.Now);
        var entered = await ledger.EnterAsync(request);
        await ledger.DecideAsync(entered, new DeliveryCommand.Begin("ended", app.Now));
        foreach (var command in outcome) await ledger.DecideAsync(entered, command);
    }
}
