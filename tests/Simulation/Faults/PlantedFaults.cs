using Azure.Data.Tables;

namespace Simulation.Faults;

/// <summary>The faults that the mutation test plants, one at a time.</summary>
static class PlantedFaults
{
    const string DeleteTimers = "DELETE FROM durable_inbox WHERE timer_id IS NOT NULL AND id % 7 = 0";
    const string DeleteDueWork =
        "DELETE FROM entities WHERE etag LIKE '%7%' AND table_id = (SELECT id FROM tables WHERE name = 'DueWork')";
    const string DeleteNewest =
        "DELETE FROM queue_messages WHERE sequence % 9 = 0 AND dequeue_count = 0 AND queue_id = (SELECT id FROM "
        + "queues WHERE name = 'channel-events')";
    const string DeleteTaken =
        "DELETE FROM queue_messages WHERE dequeue_count > 0 AND queue_id = (SELECT id FROM queues WHERE name = "
        + "'channel-events')";

    const string DeleteImports =
        "DELETE FROM queue_messages WHERE sequence % 2 = 0 AND queue_id = (SELECT id FROM queues WHERE name = "
        + "'imported-orders')";

    const string DeleteChatLists =
        "DELETE FROM queue_messages WHERE queue_id = (SELECT id FROM queues WHERE name = 'chat-lists')";

    public static IReadOnlyList<IPlantedFault> All { get; } =
    [
        new WriteFault(
            "the ledger does not record the keys of effects",
            "Deliveries",
            write => write.RowKey.StartsWith("name-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "an effect is sent before the ledger records the state Sending",
            "Deliveries",
            write => WriteFault.ContainsText(write, "\"state\":\"Sending\""),
            WriteFault.ToWrongRow),
        new WriteFault(
            "an attempt sends a delivery that another attempt owns",
            "Deliveries",
            // The budget of the robot is written with the delivery, and its condition would refuse the second attempt.
            write => write.RowKey.StartsWith("sent-", StringComparison.Ordinal) || write.RowKey == "budget-robot",
            WriteFault.WithoutCondition),
        new WriteFault(
            "a group is counted without comparing its version",
            "Groups",
            write => write.RowKey == "group",
            WriteFault.WithoutCondition),
        new WriteFault(
            "a standing is written without comparing its version",
            "Standings",
            _ => true,
            WriteFault.WithoutCondition),
        new WriteFault(
            "the row of a new member replaces an existing row",
            "People",
            _ => true,
            WriteFault.WithoutCondition),
        new WriteFault(
            "the stock of gifts is not counted down",
            "Campaigns",
            write => write.RowKey.StartsWith("stock-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "an imported campaign is not stored",
            "Campaigns",
            write => write.PartitionKey == Workloads.PlanImportWorkload.Campaign,
            WriteFault.ToWrongRow),
        new WriteFault(
            "the wait for a gift is not stored",
            "Campaigns",
            write => write.RowKey.StartsWith("wait-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "the identities of a union id are not stored",
            "People",
            write => write.RowKey == "identities",
            WriteFault.ToWrongRow),
        new WriteFault(
            "an amendment is not stored",
            "Standings",
            write => write.RowKey.StartsWith("amendment-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "the budget of the robot is not counted",
            "Deliveries",
            write => write.RowKey == "budget-robot",
            WriteFault.ToWrongRow),
        new WriteFault(
            "the mark of a greeted newcomer is not stored",
            "Deliveries",
            write => write.RowKey.StartsWith("greeted-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "newcomers who wait for a greeting are not stored",
            "Deliveries",
            write => write.RowKey == "budget-greeting",
            WriteFault.ToWrongRow),
        new WriteFault(
            "a task to dissolve a group is not stored",
            "StaffTasks",
            write => WriteFault.ContainsText(write, "DissolveGroup"),
            WriteFault.ToWrongRow),
        new WriteFault(
            "the total of old scans is not stored",
            "Scans",
            write => write.RowKey.StartsWith("scan-all-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "an offer does not record which orders it counts",
            "Offers",
            write => write.RowKey.StartsWith("sale-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "an offer does not record which batches of clicks it counts",
            "Offers",
            write => write.RowKey.StartsWith("click-mark-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "a click on a member's own link is not stored",
            "People",
            write => write.RowKey.StartsWith("click-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "an order does not wait for its buyer",
            "Orders",
            write => write.RowKey.StartsWith("waiting-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "the history of pushes is not stored",
            "Deliveries",
            write => write.RowKey == "budget-push-history",
            WriteFault.ToWrongRow),
        new WriteFault(
            "the history of pushes holds no promotion",
            "Deliveries",
            write => write.RowKey == "budget-push-history",
            write => WriteFault.WithText(write, "\"kind\":\"Promotion\"", "\"kind\":\"Useful\"")),
        new WriteFault(
            "a push passes the window without an operator",
            "Deliveries",
            write => IsPush(write.RowKey),
            write => WriteFault.WithText(write, "\"passesWindow\":false", "\"passesWindow\":true")),
        new WriteFault(
            "a push is sent before it records the state Queued",
            "Deliveries",
            write => IsPush(write.RowKey) && WriteFault.ContainsText(write, "\"state\":\"Queued\""),
            WriteFault.ToWrongRow),
        new WriteFault(
            "a push does not record that it was sent",
            "Deliveries",
            write => IsPush(write.RowKey) && WriteFault.ContainsText(write, "\"state\":\"Sent\""),
            WriteFault.ToWrongRow),
        new WriteFault(
            "the push that an operator skips is not stored",
            "Deliveries",
            write => IsPush(write.RowKey) && WriteFault.ContainsText(write, "\"cause\":\"Operator\""),
            WriteFault.ToWrongRow),
        new WriteFault(
            "the taps of owners are not counted",
            "PushPlans",
            write => write.RowKey.StartsWith("taps-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "pushes do not know the conversions of their group",
            "Deliveries",
            write => write.RowKey.StartsWith("budget-conversion-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "a group of many pushes limits no promotions",
            "Deliveries",
            write => write.RowKey.EndsWith("push-limits", StringComparison.Ordinal),
            write => WriteFault.WithText(write, "PromotionPercent\":20", "PromotionPercent\":100")),
        new WriteFault(
            "a push brings another item than the preview said",
            "Deliveries",
            write => IsPush(write.RowKey) && WriteFault.ContainsText(write, "\"state\":\"Sent\""),
            write => WriteFault.WithText(write, "\"contentId\":\"evening\"", "\"contentId\":\"water\"")),
        new StoreFault(
            "some webhooks are acknowledged and not stored",
            request => request is { Service: "queue", Operation: "send", Target: "channel-events" },
            DeleteNewest),
        new StoreFault(
            "an event is deleted from its queue before it is handled",
            request => request is { Service: "queue", Operation: "receive", Target: "channel-events" },
            DeleteTaken),
        new StoreFault(
            "some due work is lost",
            request => request is { Service: "table", Target: "DueWork", IsWrite: true },
            DeleteDueWork),
        new WriteFault(
            "a crisis holds no group",
            "Groups",
            write => WriteFault.ContainsText(write, "\"cause\":\"Crisis\""),
            write => WriteFault.WithText(write, "\"holds\":", "\"noHolds\":")),
        new WriteFault(
            "a resolved crisis releases no group",
            "Crises",
            write => WriteFault.ContainsText(write, "\"releasedAt\":"),
            write => WriteFault.WithText(write, "\"releasedAt\":", "\"notReleasedAt\":")),
        new WriteFault(
            "the alert of a promise is not scheduled",
            "DueWork",
            write => WriteFault.ContainsText(write, "promise-watch"),
            write => WriteFault.WithText(write, "oath-", "no-oath-")),
        new WriteFault(
            "overdue feedback does not escalate",
            "DueWork",
            write => WriteFault.ContainsText(write, "feedback-deadline"),
            write => WriteFault.WithText(write, "voice-", "no-voice-")),
        new StoreFault(
            "some imports are accepted and not carried out",
            request => request is { Service: "queue", Operation: "send", Target: "imported-orders" },
            DeleteImports),
        new WriteFault(
            "the order of a file counts as signed by the shop",
            "Orders",
            write => write.RowKey.StartsWith("order-", StringComparison.Ordinal),
            write => WriteFault.WithText(write, "\"isImported\":true", "\"isImported\":false")),
        new WriteFault(
            "some entries of the audit log are not stored",
            "Audit",
            write => write.RowKey.EndsWith('7'),
            WriteFault.ToWrongRow),
        new WriteFault(
            "the audit log takes operators for machines",
            "Audit",
            _ => true,
            write => WriteFault.WithText(write, "\"caller\":\"Operator\"", "\"caller\":\"Machine\"")),
        new WriteFault(
            "the roster of operators is written without comparing its version",
            "Operators",
            write => write.RowKey == "roster",
            WriteFault.WithoutCondition),
        new WriteFault(
            "a session outlives its end",
            "Operators",
            write => write is { Action: TableTransactionActionType.Delete }
                && write.RowKey.StartsWith("session-", StringComparison.Ordinal),
            WriteFault.ToWrongRow),
        new WriteFault(
            "a session keeps the role that it began with",
            "Operators",
            write => write.Action is not TableTransactionActionType.Add
                && write.RowKey.StartsWith("session-", StringComparison.Ordinal),
            write => WriteFault.WithText(write, "\"role\":\"Viewer\"", "\"role\":\"Operator\"")),
        new WriteFault(
            "a full team takes another member",
            "GroupBuys",
            write => write.RowKey == "group-buy",
            write => WriteFault.WithText(write, "\"fullAt\":", "\"wasFullAt\":")),
        new WriteFault(
            "a cancellation does not end the group-buy",
            "GroupBuys",
            write => WriteFault.ContainsText(write, "\"cancellation\":{"),
            write => WriteFault.WithText(write, "\"outcome\":", "\"wasOutcome\":")),
        new StoreFault(
            "chats are not read without a callback",
            request => request is { Service: "queue", Operation: "send", Target: "chat-lists" },
            DeleteChatLists) { IsOfWeCom = true },
        new WriteFault(
            "the group sends of others are not counted",
            "Deliveries",
            write => write.RowKey == "budget-group-sends-seen",
            WriteFault.ToWrongRow) { IsOfWeCom = true },
        new CallFault("the client of the platform repeats group sends", "externalcontact/add_msg_template"),
        new WriteFault(
            "a welcome is prepared before the ledger records the state Sending",
            "Deliveries",
            write => WriteFault.ContainsText(write, "\"state\":\"Sending\"")
                && WriteFault.ContainsText(write, "\"action\":\"SetWelcome\""),
            WriteFault.ToWrongRow) { IsOfWeCom = true },
        new WriteFault(
            "a violation is punished without a decision",
            "StaffTasks",
            _ => true,
            write => WriteFault.WithText(write, "\"kind\":\"DecideOnViolation\"", "\"kind\":\"RemoveMember\"")),
        new WriteFault(
            "a review removes super users without a decision",
            "SuperUsers",
            write => write.RowKey.StartsWith("person-", StringComparison.Ordinal),
            write => WriteFault.WithText(write, "\"status\":\"UnderReview\"", "\"status\":\"Removed\"")),
        new WriteFault(
            "the next step of a campaign is not stored",
            "Campaigns",
            write => WriteFault.ContainsText(write, "\"nextStep\":"),
            write => WriteFault.WithText(write, "\"nextStep\":", "\"lastStep\":")),
        new WriteFault(
            "an edit of a charter is not stored",
            "Groups",
            write => write.RowKey == "group",
            write => WriteFault.WithText(write, "\"rhythm\":", "\"rhyme\":")),
        new StoreFault("some timers are lost", request => request.Service == "durable", DeleteTimers),
        new LogFault("the log contains the messages of members"),
    ];

    static bool IsPush(string rowKey) => rowKey.StartsWith("push-", StringComparison.Ordinal);

    public static IPlantedFault Find(string name) => All.Single(fault => fault.Name == name);
}
