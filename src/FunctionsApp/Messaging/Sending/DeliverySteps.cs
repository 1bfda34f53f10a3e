using Community.Messaging.Deliveries;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Messaging.Sending;

/// <summary>Effects that a sequence carries out itself because its next step depends on how they end.</summary>
public sealed class DeliverySteps(TaskOrchestrationContext context)
{
    /// <summary>Carries the effect as far as it can go now; asked again, it goes on from where it stands and does nothing twice.</summary>
    public Task<DeliveryOutcome> DeliverAsync(NewDelivery request) => context.CallActivityAsync<DeliveryOutcome>(nameof(DeliverActivity), request, ActivityRetry.Patient);
}

/// <summary>
/// How far an effect got: over, or worth another look at <paramref name="CheckAgainAt"/> (null: when its staff task <paramref name="TaskId"/> is done).
/// </summary>
public sealed record DeliveryOutcome(bool IsOver, DateTimeOffset? CheckAgainAt, string? TaskId)
{
    /// <summary>True when it is known to be out.</summary>
    public bool WasSent { get; init; }
}
