namespace Simulation.Faults;

/// <summary>The faults that the mutation test plants, one after the other.</summary>
static class PlantedFaults
{
    const string ForgetTimer = "DELETE FROM durable_inbox WHERE timer_id IS NOT NULL AND id % 7 = 0";
    const string ForgetNewest = "DELETE FROM queue_messages WHERE sequence % 9 = 0 AND dequeue_count = 0 AND queue_id = (SELECT id FROM queues WHERE name = 'channel-events')";
    const string ForgetTaken = "DELETE FROM queue_messages WHERE dequeue_count > 0 AND queue_id = (SELECT id FROM queues WHERE name = 'channel-events')";

    public static IReadOnlyList<IPlantedFault> All { get; } =
    [
        new WriteFault("the ledger does not keep the names of effects", "Deliveries", write => write.RowKey.StartsWith("name-", StringComparison.Ordinal), WriteFault.Astray),
        new WriteFault("an effect goes out before the ledger says that it is being sent", "Deliveries", _ => true, write => WriteFault.Saying(write, "\"state\":\"Sending\"", "\"state\":\"Queued\"")),
        new WriteFault("an attempt takes a delivery that another attempt owns", "Deliveries", write => write.RowKey.StartsWith("sent-", StringComparison.Ordinal), WriteFault.Blindly),
        new WriteFault("a group is counted without looking who else counts", "Groups", write => write.RowKey == "group", WriteFault.Blindly),
        new WriteFault("books are written without looking who else writes", "Standings", _ => true, WriteFault.Blindly),
        new WriteFault("a newcomer's row replaces what is known of them", "People", _ => true, WriteFault.Blindly),
        new WriteFault("the stock of gifts is not counted down", "Campaigns", write => write.RowKey.StartsWith("stock-", StringComparison.Ordinal), WriteFault.Astray),
        new WriteFault("the robot's minute is not booked", "Deliveries", write => write.RowKey == "budget-robot", WriteFault.Astray),
        new WriteFault("a task to dissolve a group is not kept", "StaffTasks", write => WriteFault.Says(write, "DissolveGroup"), WriteFault.Astray),
        new WriteFault("an offer's books do not keep which orders they hold", "Offers", write => write.RowKey.StartsWith("sale-", StringComparison.Ordinal), WriteFault.Astray),
        new WriteFault("an offer does not keep which batches of clicks it holds", "Offers", write => write.RowKey.StartsWith("click-mark-", StringComparison.Ordinal), WriteFault.Astray),
        new StoreFault("some webhooks are acknowledged and not stored", request => request is { Service: "queue", Operation: "send", Target: "channel-events" }, ForgetNewest),
        new StoreFault("an event is taken off its queue before it is handled", request => request is { Service: "queue", Operation: "receive", Target: "channel-events" }, ForgetTaken),
        new StoreFault("some timers are lost", request => request.Service == "durable", ForgetTimer),
    ];

    public static IPlantedFault Find(string name) => All.Single(fault => fault.Name == name);
}
