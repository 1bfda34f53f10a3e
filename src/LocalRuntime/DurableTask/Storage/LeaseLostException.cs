namespace LocalRuntime.DurableTask.Storage;

/// <summary>The engine no longer holds the lease of the turn, so the turn has no effect.</summary>
public sealed class LeaseLostException(string instanceId)
    : Exception($"The turn of '{instanceId}' has been taken over, or the instance was replaced.");
