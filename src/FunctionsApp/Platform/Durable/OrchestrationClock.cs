using Microsoft.DurableTask;

namespace FunctionsApp.Platform.Durable;

/// <summary>The time that orchestrator code may tell.</summary>
public static class OrchestrationClock
{
    /// <summary>The turn's instant: recorded, and the same at every replay.</summary>
    public static DateTimeOffset Now(this TaskOrchestrationContext context) => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));
}
