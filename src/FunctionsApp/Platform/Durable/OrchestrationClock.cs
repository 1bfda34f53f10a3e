using Microsoft.DurableTask;

namespace FunctionsApp.Platform.Durable;

/// <summary>The time in orchestrator code.</summary>
public static class OrchestrationClock
{
    /// <summary>The instant of the turn, which is the same in every replay.</summary>
    public static DateTimeOffset Now(this TaskOrchestrationContext context) =>
        new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));
}
