using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.Dissolutions;

/// <summary>
/// The step before <see cref="GroupDissolution"/>. <paramref name="record"/> is called with the staff task, or null,
/// that the farewell waits for.
/// </summary>
public sealed class GroupFarewell(
    TaskOrchestrationContext context, string groupId, string cause, WorkflowWaits waits, Func<string?, Task> record)
{
    // A farewell that is never sent must not keep the group open.
    static readonly TimeSpan Timeout = TimeSpan.FromHours(1);

    readonly DeliverySteps deliveries = new(context);

    /// <summary>Sends the farewell and waits until it is sent or the timeout has passed.</summary>
    public async Task SendAsync(string text)
    {
        var deadline = context.Now() + Timeout;
        waits.Show("farewell", deadline);
        var request = DissolutionDeliveries.Farewell(groupId, cause, text, context.Now());
        var outcome = await deliveries.DeliverAsync(request);
        while (!outcome.IsOver && context.Now() < deadline)
        {
            await record(outcome.TaskId);
            var checkAt = outcome.CheckAgainAt < deadline ? outcome.CheckAgainAt.Value : deadline;
            await waits.WaitUntilAsync("farewell", checkAt, WorkflowEvents.StaffDone, WorkflowEvents.Dissolved);
            outcome = await deliveries.DeliverAsync(request);
        }
    }
}
