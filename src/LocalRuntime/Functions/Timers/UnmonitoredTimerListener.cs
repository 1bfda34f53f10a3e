namespace LocalRuntime.Functions.Timers;

/// <summary>
/// Runs a function on its schedule without a stored state (<c>UseMonitor = false</c>): a slot that no host ran in time
/// is not made up for. Hosts that share a store claim a slot there; a host that is alone stores nothing.
/// </summary>
sealed class UnmonitoredTimerListener(
    FunctionRunner runner, string expression, Schedule schedule, TimerStateStore states, HostPresence host,
    TimeProvider clock, WorkGauge gauge, ILogger log) : IListener
{
    readonly TimerInfo info = new();
    Pump? pump;
    bool runAtStart;
    DateTimeOffset next;

    string Name => runner.Function.Name;

    public async Task StartAsync()
    {
        runAtStart = ((TimerTriggerAttribute)runner.Function.Trigger).RunOnStartup;
        next = schedule.After(clock.GetUtcNow());
        await states.CreateTableAsync();
        pump = new Pump($"timer {Name}", clock, gauge, log, RunDueAsync) { MaxTurn = TimerListener.MaxRun };
        pump.Start();
    }

    public string? Standstill => pump?.Standstill;

    public void OnHostsChanged()
    {
    }

    public ValueTask DisposeAsync() => pump?.DisposeAsync() ?? ValueTask.CompletedTask;

    public IReadOnlyList<DueItem> Due(int limit) => limit > 0 && pump is not null
        ? [new DueItem("timer", Name, next, $"its schedule is {expression}")]
        : [];

    async Task<DateTimeOffset?> RunDueAsync(CancellationToken stopping)
    {
        var (slot, now) = (next, clock.GetUtcNow());
        var isDue = slot <= now;
        if (isDue) next = schedule.After(now);
        if (runAtStart || (isDue && await HasSlotAsync(slot))) await runner.RunAsync(info, stopping);
        runAtStart = false;
        return next;
    }

    async Task<bool> HasSlotAsync(DateTimeOffset slot) => !host.IsShared || await states.TryClaimAsync(Name, slot);
}
