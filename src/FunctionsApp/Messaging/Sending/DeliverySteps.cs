using Community.Messaging.Deliveries;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Messaging.Sending;

/// <summary>Effects that an orchestration carries out itself, because its next step depends on their outcome.</summary>
public sealed class DeliverySteps(TaskOrchestrationContext context)
{
    /// <summary>Attempts the effect. A second call continues from the stored state and sends nothing twice.</summary>
    public Task<DeliveryOutcome> DeliverAsync(NewDelivery request) =>
        context.CallActivityAsync<DeliveryOutcome>(nameof(DeliverActivity), request, ActivityRetry.Patient);
}

/// <summary>
/// The outcome of an attempt. An effect that is not over is attempted again at <paramref name="CheckAgainAt"/>, or,
/// when that is null, after the staff task <paramref name="TaskId"/> is done.
/// </summary>
public sealed record DeliveryOutcome(bool IsOver, DateTimeOffset? CheckAgainAt, string? TaskId)
{
    public bool WasSent { get; init; }
}
