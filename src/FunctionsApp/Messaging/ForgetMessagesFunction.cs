using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging;

/// <summary>
/// Deletes deliveries and staff tasks that are over and older than <see cref="MessageRetention"/>, in bounded steps.
/// </summary>
public sealed class ForgetMessagesFunction(
    Ledger ledger, StaffTaskStore tasks, MessageRetention retention, TimeProvider clock)
{
    // Of each kind in one run; an hour's run deletes more than a brand writes in an hour.
    const int MaxRows = 2_000;

    [Function("ForgetMessages")]
    public async Task Forget([TimerTrigger("0 20 * * * *")] TimerInfo timer)
    {
        var now = clock.GetUtcNow();
        await tasks.ForgetAsync(now - retention.Tasks, MaxRows);
        await ledger.ForgetAsync(now - retention.Deliveries, MaxRows);
    }
}
