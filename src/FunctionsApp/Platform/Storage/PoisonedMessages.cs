using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Events.ChannelEvents;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Selling.Links;
using FunctionsApp.Trade.Imports;
using FunctionsApp.Trade.Shops;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// What failed so often that the host gave it up was acknowledged all the same, so it is not dropped: it is tried again every hour, and an
/// error is logged each time, until what stands in its way is mended. Handling a message twice is safe everywhere.
/// </summary>
public sealed class PoisonedMessages(Queues queues, ILogger<PoisonedMessages> log)
{
    static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>A batch of scans.</summary>
    [Function("RetryScans")]
    public Task Scans([QueueTrigger(Queues.ScansName + Queues.Poison)] ScanBatch batch) => RetryAsync(Queues.ScansName, queues.Scans, batch);

    /// <summary>A batch of clicks.</summary>
    [Function("RetryClicks")]
    public Task Clicks([QueueTrigger(Queues.ClicksName + Queues.Poison)] ClickBatch batch) => RetryAsync(Queues.ClicksName, queues.Clicks, batch);

    /// <summary>An event of the channel.</summary>
    [Function("RetryChannelEvent")]
    public Task ChannelEvent([QueueTrigger(Queues.ChannelEventsName + Queues.Poison)] ReceivedEvent received) =>
        RetryAsync(Queues.ChannelEventsName, queues.ChannelEvents, received);

    /// <summary>An effect that waited.</summary>
    [Function("RetryOutbox")]
    public Task Outbox([QueueTrigger(Queues.OutboxName + Queues.Poison)] LedgerReference reference) => RetryAsync(Queues.OutboxName, queues.Outbox, reference);

    /// <summary>A completed task.</summary>
    [Function("RetryCompletedTask")]
    public Task CompletedTask([QueueTrigger(Queues.CompletedTasksName + Queues.Poison)] CompletedTask completed) =>
        RetryAsync(Queues.CompletedTasksName, queues.CompletedTasks, completed);

    /// <summary>A message of a shop.</summary>
    [Function("RetryShopEvent")]
    public Task ShopEvent([QueueTrigger(Queues.ShopEventsName + Queues.Poison)] ShopMessage message) =>
        RetryAsync(Queues.ShopEventsName, queues.ShopEvents, message, message.Id);

    /// <summary>Orders from an imported file.</summary>
    [Function("RetryImportedOrders")]
    public Task ImportedOrders([QueueTrigger(Queues.ImportedOrdersName + Queues.Poison)] ImportedOrders imported) =>
        RetryAsync(Queues.ImportedOrdersName, queues.ImportedOrders, imported, imported.Shop);

    // What shops write of their buyers is for no log: such a message is logged by its name alone.
    async Task RetryAsync<T>(string name, Queue<T> queue, T message, string? logged = null)
    {
        log.LogError("A message of {Queue} keeps failing and is tried again in {Rest}: {Message}", name, Rest, logged ?? message?.ToString());
        await queue.SendAsync(message, Rest);
    }
}
