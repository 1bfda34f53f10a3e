using LocalRuntime.Functions.Invocation;
using LocalRuntime.Hosting;
using LocalRuntime.Time;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Functions.Timers;

/// <summary>
/// Runs a function on its schedule, one slot after another. A slot is claimed in the store before it runs and settled after, so
/// hosts that share a store never run one twice, and one that was missed or cut off runs once more, past due.
/// </summary>
internal sealed class TimerListener : IListener
{
    readonly FunctionRunner runner;
    readonly TimerStates states;
    readonly HostPresence host;
    readonly TimeProvider clock;
    readonly TimerTriggerAttribute trigger;
    readonly string expression;
    readonly Schedule schedule;
    readonly Pump pump;
    DateTimeOffset startedAt;
    bool runAtStart;

    public TimerListener(FunctionRunner runner, string expression, Schedule schedule, TimerStates states, HostPresence host, TimeProvider clock, WorkGauge gauge)
    {
        (this.runner, this.expression, this.schedule, this.states, this.host, this.clock) = (runner, expression, schedule, states, host, clock);
        trigger = (TimerTriggerAttribute)runner.Function.Trigger;
        runAtStart = trigger.RunOnStartup;
        pump = new Pump(clock, gauge, TakeTurnAsync);
    }

    string Name => runner.Function.Name;

    public async Task StartAsync()
    {
        startedAt = clock.GetUtcNow();
        await states.CreateTableAsync();
        var state = states.Find(Name);
        if (state is null || state.Schedule != expression || (!trigger.UseMonitor && state.Next < startedAt))
            await states.SaveAsync(Name, new TimerState(expression, state?.Last, schedule.After(startedAt), startedAt, Runner: null));
        pump.Start();
    }

    public void LookAgain() => pump.Wake();

    public ValueTask DisposeAsync() => pump.DisposeAsync();

    public IReadOnlyList<DueItem> Due(int most) =>
        most > 0 && states.Find(Name) is { } state ? [new DueItem("timer", Name, state.Next, $"its schedule is {expression}")] : [];

    async Task<DateTimeOffset?> TakeTurnAsync(CancellationToken stopping)
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
            await runner.RunAsync(Occasion(state, isPastDue: false), stopping);
        }

        return state.Next;
    }

    async Task<DateTimeOffset?> RunSlotAsync(TimerState state, DateTimeOffset now, CancellationToken stopping)
    {
        var claimed = state with { Last = state.Next, Next = schedule.After(now), Updated = now, Runner = host.Id };
        if (!await states.TryChangeAsync(Name, state, claimed)) return states.Find(Name)!.Next;
        var outcome = await runner.RunAsync(Occasion(claimed, isPastDue: state.Next < startedAt), stopping);
        var ended = clock.GetUtcNow();
        var settled = outcome == Outcome.GivenBack
            ? state
            : claimed with { Next = claimed.Next > ended ? claimed.Next : schedule.After(ended), Updated = ended, Runner = null };
        await states.TryChangeAsync(Name, claimed, settled);
        return settled.Next;
    }

    // The host that ran the last slot died with it: the slot is due again.
    async Task<TimerState> TakeOverAsync(TimerState abandoned)
    {
        var due = abandoned with { Next = abandoned.Last ?? abandoned.Next, Runner = null };
        return await states.TryChangeAsync(Name, abandoned, due) ? due : states.Find(Name)!;
    }

    TimerInfo Occasion(TimerState state, bool isPastDue) => new()
    {
        IsPastDue = isPastDue,
        ScheduleStatus = trigger.UseMonitor ? new ScheduleStatus { Last = state.Last?.UtcDateTime ?? default, Next = state.Next.UtcDateTime, LastUpdated = state.Updated.UtcDateTime } : null,
    };
}
