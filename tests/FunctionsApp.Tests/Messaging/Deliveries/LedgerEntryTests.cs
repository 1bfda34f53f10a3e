using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using TestSupport;

namespace FunctionsApp.Tests.Messaging.Deliveries;

/// <summary>Writes of the ledger that rely on an entry which was read or written before.</summary>
public sealed class LedgerEntryTests : IAsyncLifetime
{
    static readonly DateTimeOffset Now = new AppHostSetup().Clock;

    readonly DeliveriesTable table = new(InMemoryStorage.NewTables(), OptimisticRetry.InRealTime);

    Ledger ledger = null!;

    public async ValueTask InitializeAsync()
    {
        await table.EnsureAsync(CancellationToken.None);
        ledger = new Ledger(table, TimeProvider.System, NullLogger<Ledger>.Instance);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Entry_that_another_writer_changed_is_decided_on_as_it_is_stored()
    {
        var entry = await ledger.EnterAsync(Message("welcome"));
        await ledger.DecideAsync(entry.Reference, new DeliveryCommand.HandToStaff("task-1"));

        var after = await ledger.DecideAsync(entry, new DeliveryCommand.Begin("late", Now));

        Assert.Equal((DeliveryState.AwaitingStaff, null), (after.Delivery.State, after.Delivery.Owner));
    }

    [Fact]
    public async Task Entry_that_was_written_can_be_written_again()
    {
        var entry = await ledger.EnterAsync(Message("welcome"));
        var begun = await ledger.BeginRobotMessageAsync(entry, new DeliveryCommand.Begin("first", Now));

        await ledger.DecideAsync(begun, new DeliveryCommand.Accept("first", "message-1", Now));

        Assert.Equal(DeliveryState.Sent, (await ledger.FindAsync(entry.Reference))!.State);
    }

    [Fact]
    public async Task Second_attempt_of_a_robot_message_takes_no_place()
    {
        var entry = await ledger.EnterAsync(Message("welcome"));
        await ledger.BeginRobotMessageAsync(entry, new DeliveryCommand.Begin("first", Now));
        var budget = await table.FindAsync<RobotBudget>("tea-1", "budget-robot");

        var second = await ledger.BeginRobotMessageAsync(entry, new DeliveryCommand.Begin("second", Now));

        Assert.Equal("first", second.Delivery.Owner);
        Assert.Equal(budget, await table.FindAsync<RobotBudget>("tea-1", "budget-robot"));
    }

    [Fact]
    public async Task Robot_message_without_a_free_place_stays_queued_until_its_place()
    {
        for (var n = 0; n < RobotBudget.MessagesPerMinute; n++)
            await ledger.BeginRobotMessageAsync(
                await ledger.EnterAsync(Message($"line-{n}")), new DeliveryCommand.Begin("earlier", Now));
        var next = await ledger.EnterAsync(Message("rules"));

        var postponed = await ledger.BeginRobotMessageAsync(next, new DeliveryCommand.Begin("late", Now));

        Assert.Equal(DeliveryState.Queued, postponed.Delivery.State);
        Assert.True(postponed.Delivery.NotBefore > Now);
    }

    static NewDelivery Message(string step) => new(
        "onboarding-tea-1-u1",
        step,
        "tea-1",
        "u1",
        ChannelAction.SendToGroup,
        DeliveryPriority.Ordinary,
        "大家好",
        Now);
}
