namespace Microsoft.DurableTask;

/// <summary>An orchestration was not started, because one of its id stands in a dedupe status.</summary>
public sealed class OrchestrationAlreadyExistsException : Exception
{
    internal OrchestrationAlreadyExistsException(string message)
        : base(message)
    {
    }
}
