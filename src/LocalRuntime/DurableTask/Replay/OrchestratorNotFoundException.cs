namespace LocalRuntime.DurableTask.Replay;

/// <summary>There is no orchestrator of that name.</summary>
public sealed class OrchestratorNotFoundException(string name) : Exception($"There is no orchestrator named '{name}'.");
