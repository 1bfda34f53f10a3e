namespace LocalRuntime.DurableTask.Replay;

/// <summary>No orchestrator has that name.</summary>
public sealed class OrchestratorNotFoundException(string name) : Exception($"There is no orchestrator named '{name}'.");
