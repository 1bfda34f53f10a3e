namespace LocalRuntime.Functions.Timers;

/// <summary>Where a timer stands: the last slot that was taken, the next one, and the host that runs the last one still.</summary>
internal sealed record TimerState(string Schedule, DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset Updated, string? Runner);
