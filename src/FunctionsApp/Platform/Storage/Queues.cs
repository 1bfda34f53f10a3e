using System.Text.Json;
using Azure.Storage.Queues;
using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Events.ChannelEvents;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Selling.Links;
using FunctionsApp.Trade.Imports;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Platform.Storage;

/// <summary>A queue of JSON messages.</summary>
public sealed class Queue<T>(QueueClient client)
{
    /// <summary>Makes the queue where there is none.</summary>
    public Task EnsureAsync(CancellationToken cancellationToken) => client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Completes when the message is stored; it becomes visible after <paramref name="delay"/> (at most 7 days).</summary>
    public Task SendAsync(T message, TimeSpan? delay = null) =>
        client.SendMessageAsync(JsonSerializer.Serialize(message, StoredJson.Options), delay > TimeSpan.Zero ? delay : null);
}

/// <summary>Every queue of the app. The names are those that the queue triggers spell out.</summary>
public sealed class Queues(QueueServiceClient service)
{
    /// <summary>Batches of scans.</summary>
    public const string ScansName = "scans";

    /// <summary>Batches of clicks on tracked links.</summary>
    public const string ClicksName = "clicks";

    /// <summary>What the channel told us.</summary>
    public const string ChannelEventsName = "channel-events";

    /// <summary>Messages and other effects that have to wait.</summary>
    public const string OutboxName = "outbox";

    /// <summary>Staff tasks that were completed.</summary>
    public const string CompletedTasksName = "completed-tasks";

    /// <summary>What shops told us.</summary>
    public const string ShopEventsName = "shop-events";

    /// <summary>Orders from imported files.</summary>
    public const string ImportedOrdersName = "imported-orders";

    /// <summary>Behind a queue's name: where the host puts what failed too often.</summary>
    public const string Poison = "-poison";

    /// <summary><see cref="ScansName"/>.</summary>
    public Queue<ScanBatch> Scans { get; } = new(service.GetQueueClient(ScansName));

    /// <summary><see cref="ClicksName"/>.</summary>
    public Queue<ClickBatch> Clicks { get; } = new(service.GetQueueClient(ClicksName));

    /// <summary><see cref="ChannelEventsName"/>.</summary>
    public Queue<ReceivedEvent> ChannelEvents { get; } = new(service.GetQueueClient(ChannelEventsName));

    /// <summary><see cref="OutboxName"/>.</summary>
    public Queue<LedgerReference> Outbox { get; } = new(service.GetQueueClient(OutboxName));

    /// <summary><see cref="CompletedTasksName"/>.</summary>
    public Queue<CompletedTask> CompletedTasks { get; } = new(service.GetQueueClient(CompletedTasksName));

    /// <summary><see cref="ShopEventsName"/>.</summary>
    public Queue<ShopMessage> ShopEvents { get; } = new(service.GetQueueClient(ShopEventsName));

    /// <summary><see cref="ImportedOrdersName"/>.</summary>
    public Queue<ImportedOrders> ImportedOrders { get; } = new(service.GetQueueClient(ImportedOrdersName));

    /// <summary>Makes every queue that is missing.</summary>
    public Task EnsureAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Scans.EnsureAsync(cancellationToken),
        Clicks.EnsureAsync(cancellationToken),
        ChannelEvents.EnsureAsync(cancellationToken),
        Outbox.EnsureAsync(cancellationToken),
        CompletedTasks.EnsureAsync(cancellationToken),
        ShopEvents.EnsureAsync(cancellationToken),
        ImportedOrders.EnsureAsync(cancellationToken));
}
