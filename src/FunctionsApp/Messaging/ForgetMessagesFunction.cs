using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom.StaffNotices;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging;

/// <summary>
/// Deletes deliveries and staff tasks that are over and older than <see cref="MessageRetention"/>, and what says which
/// notices staff were given, in bounded steps.
/// </summary>
public sealed class ForgetMessagesFunction(
    Ledger ledger,
    StaffTaskStore tasks,
    IEnumerable<StaffNoticeStore> notices,
    MessageRetention retention,
    TimeProvider clock)
{
    // Of each kind in one run; an hour's run deletes more than a brand writes in an hour.
    const int MaxRows = 2_000;

    [Function("ForgetMessages")]
    public async Task Forget([TimerTrigger("0 20 * * * *")] TimerInfo timer)
    {
        var now = clock.GetUtcNow();
        await tasks.ForgetAsync(now - retention.Tasks, MaxRows);
        await ledger.ForgetAsync(now - retention.Deliveries, MaxRows);
        // None where the channel has no messages to staff.
        foreach (var store in notices) await store.ForgetAsync(now - StaffNoticeStore.Retention, MaxRows);
    }
}
