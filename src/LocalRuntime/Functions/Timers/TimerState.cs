namespace LocalRuntime.Functions.Timers;

/// <summary>
/// The state of a timer: the last slot that was claimed, the next slot, and the host that is still running the last
/// slot.
/// </summary>
internal sealed record TimerState(
    string Schedule, DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset Updated, string? Runner);
