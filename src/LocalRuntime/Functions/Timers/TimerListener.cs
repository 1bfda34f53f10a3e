using LocalRuntime.Functions.Invocation;

namespace LocalRuntime.Functions.Timers;

/// <summary>
/// Runs a function on its schedule. A slot is claimed in the store before it runs and released after it, so hosts that
/// share a store run it once; a slot that was missed or interrupted runs once more, past due.
/// </summary>
sealed class TimerListener(
    FunctionRunner runner, string expression, Schedule schedule, TimerStateStore states, HostPresence host,
    TimeProvider clock, WorkGauge gauge) : IListener
{
    readonly TimerTriggerAttribute trigger = (TimerTriggerAttribute)runner.Function.Trigger;
    Pump? pump;
    DateTimeOffset startedAt;
    bool runAtStart;

    string Name => runner.Function.Name;

    public async Task StartAsync()
    {
        (startedAt, runAtStart) = (clock.GetUtcNow(), trigger.RunOnStartup);
        await states.CreateTableAsync();
        var state = states.Find(Name);
        var isKept = state?.Schedule == expression && (trigger.UseMonitor || state.Next >= startedAt);
        if (!isKept)
        {
            var next = schedule.After(startedAt);
            await states.SaveAsync(Name, new TimerState(expression, state?.Last, next, startedAt, Runner: null));
        }

        pump = new Pump(clock, gauge, RunDueAsync);
        pump.Start();
    }

    public void OnHostsChanged() => pump?.Wake();

    public ValueTask DisposeAsync() => pump?.DisposeAsync() ?? ValueTask.CompletedTask;

    public IReadOnlyList<DueItem> Due(int limit) => limit > 0 && states.Find(Name) is { } state
        ? [new DueItem("timer", Name, state.Next, $"its schedule is {expression}")]
        : [];

    async Task<DateTimeOffset?> RunDueAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var state = states.Find(Name)!;
        if (state.Runner is { } other)
        {
            if (host.IsAlive(other)) return schedule.After(now);
            state = await TakeOverAsync(state);
        }

        if (state.Next <= now)
        {
            runAtStart = false;
            return await RunSlotAsync(state, now, stopping);
        }

        if (runAtStart)
        {
            runAtStart = false;
            await runner.RunAsync(Info(state, isPastDue: false), stopping);
        }

        return state.Next;
    }

    async Task<DateTimeOffset?> RunSlotAsync(TimerState state, DateTimeOffset now, CancellationToken stopping)
    {
        var claimed = state with { Last = state.Next, Next = schedule.After(now), Updated = now, Runner = host.Id };
        if (!await states.TryChangeAsync(Name, state, claimed)) return states.Find(Name)!.Next;
        var outcome = await runner.RunAsync(Info(claimed, isPastDue: state.Next < startedAt), stopping);
        var ended = clock.GetUtcNow();
        var next = claimed.Next > ended ? claimed.Next : schedule.After(ended);
        var released = outcome == InvocationOutcome.Canceled
            ? state
            : claimed with { Next = next, Updated = ended, Runner = null };
        await states.TryChangeAsync(Name, claimed, released);
        return released.Next;
    }

    // The host that ran the last slot died during it, so the slot is due again.
    async Task<TimerState> TakeOverAsync(TimerState abandoned)
    {
        var due = abandoned with { Next = abandoned.Last ?? abandoned.Next, Runner = null };
        return await states.TryChangeAsync(Name, abandoned, due) ? due : states.Find(Name)!;
    }

    TimerInfo Info(TimerState state, bool isPastDue) => new()
    {
        IsPastDue = isPastDue,
        ScheduleStatus = !trigger.UseMonitor ? null : new ScheduleStatus
        {
            Last = state.Last?.UtcDateTime ?? default,
            Next = state.Next.UtcDateTime,
            LastUpdated = state.Updated.UtcDateTime,
        },
    };
}
