namespace LocalRuntime.Functions.Timers;

/// <summary>
/// Runs a function on its schedule. A slot is claimed in the store before it runs and released after it, so hosts that
/// share a store run it once; a slot that was missed or interrupted runs once more, past due.
/// </summary>
sealed class TimerListener(
    FunctionRunner runner, string expression, Schedule schedule, TimerStateStore states, HostPresence host,
    TimeProvider clock, WorkGauge gauge, ILogger log) : IListener
{
    // The default time limit of functions on Azure is five minutes on one plan and thirty on the others.
    public static readonly TimeSpan MaxRun = TimeSpan.FromMinutes(30);

    Pump? pump;
    DateTimeOffset startedAt;
    bool runAtStart;
    (TimerState Claimed, TimerState Released)? unreleased;

    string Name => runner.Function.Name;

    public async Task StartAsync()
    {
        (startedAt, runAtStart) = (clock.GetUtcNow(), ((TimerTriggerAttribute)runner.Function.Trigger).RunOnStartup);
        await states.CreateTableAsync();
        var state = states.Find(Name);
        var isKept = state?.Schedule == expression;
        if (!isKept)
        {
            var next = schedule.After(startedAt);
            await states.SaveAsync(Name, new TimerState(expression, state?.Last, next, startedAt, Runner: null));
        }

        pump = new Pump($"timer {Name}", clock, gauge, log, RunDueAsync) { MaxTurn = MaxRun };
        pump.Start();
    }

    public string? Standstill => pump?.Standstill;

    public void OnHostsChanged() => pump?.Wake();

    public ValueTask DisposeAsync() => pump?.DisposeAsync() ?? ValueTask.CompletedTask;

    public IReadOnlyList<DueItem> Due(int limit) => limit > 0 && states.Find(Name) is { } state
        ? [new DueItem("timer", Name, state.Next, $"its schedule is {expression}")]
        : [];

    async Task<DateTimeOffset?> RunDueAsync(CancellationToken stopping)
    {
        await ReleaseAsync();
        var now = clock.GetUtcNow();
        var state = states.Find(Name)!;
        if (state.Runner is { } other)
        {
            // This host runs no slot now; a claim of its own was stored although the store reported a failure.
            if (other != host.Id && host.IsAlive(other)) return schedule.After(now);
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
        unreleased = (claimed, released);
        await ReleaseAsync();
        return released.Next;
    }

    // A slot that could not be released is released by the next turn, and is not run again.
    async Task ReleaseAsync()
    {
        if (unreleased is not var (claimed, released)) return;
        await states.TryChangeAsync(Name, claimed, released);
        unreleased = null;
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
        ScheduleStatus = new ScheduleStatus
        {
            Last = state.Last?.UtcDateTime ?? default,
            Next = state.Next.UtcDateTime,
            LastUpdated = state.Updated.UtcDateTime,
        },
    };
}
