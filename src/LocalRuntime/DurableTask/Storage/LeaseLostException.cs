namespace LocalRuntime.DurableTask.Storage;

/// <summary>The turn was no longer the engine's to take, so what it did does not count.</summary>
public sealed class LeaseLostException(string instanceId) : Exception($"The turn of '{instanceId}' has been taken elsewhere, or the instance was replaced.");
