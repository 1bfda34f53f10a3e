namespace FunctionsApp.Lifecycle.Dissolutions;

/// <summary>
/// The state of a dissolution. <paramref name="TaskId"/> is the staff task that it waits for; null while it waits for
/// the channel and after the dissolution.
/// </summary>
public sealed record DissolutionProgress(bool IsDissolved, string? TaskId);
