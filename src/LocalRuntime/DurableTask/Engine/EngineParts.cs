namespace LocalRuntime.DurableTask.Engine;

/// <summary>The dependencies that the parts of one engine share.</summary>
sealed record EngineParts(
    DurableStore Store, TimeProvider Clock, WorkGauge Gauge, IOrchestrationCatalog Catalog, ILoggerFactory Loggers,
    OrchestrationEngineOptions Options, string Owner)
{
    public ILogger Log { get; } = Loggers.CreateLogger("LocalRuntime.DurableTask");

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;
}
