using System.Diagnostics;
using TestSupport.LocalApp;

namespace TestSupport.Crashes;

/// <summary>Kills the app with <c>kill -9</c> at random instants while joins go on, starts it again on the same store each time, and looks at what is left.</summary>
public static class CrashRun
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs the plan on the store at this path, and waits at most <paramref name="patience"/> for <paramref name="done"/> after the last restart.</summary>
    public static async Task<CrashReport> RunAsync(CrashPlan plan, string store, Func<ApiOutcome, bool> done, TimeSpan patience)
    {
        var report = await RunAppAsync(plan, store, done, patience);
        return report with { Remains = await StoreResidue.ReadAsync(store) };
    }

    static async Task<CrashReport> RunAppAsync(CrashPlan plan, string store, Func<ApiOutcome, bool> done, TimeSpan patience)
    {
        await using var app = await AppProcess.StartAsync(store);
        using var client = new OperatorClient(app.Address);
        for (var group = 0; group < plan.Groups; group++) await client.CreateGroupAsync(CrashPlan.IdOf(group), CrashPlan.KindOf(group));

        using var sender = new RetryingSender<Join>(app, join => client.SendAsync(join), Joins(plan));
        var sending = sender.RunAsync();
        await ProcessKiller.RunAsync(app, new KillPlan(plan.Joins, plan.Kills, plan.Seed, plan.MaxUptime), sender.Release);
        var restarted = Stopwatch.GetTimestamp();
        await sending;
        TimeSpan? drained = null;
        using var looks = new PeriodicTimer(BetweenLooks);
        while (true)
        {
            var aftermath = await ApiOutcome.ReadAsync(plan, client);
            if (aftermath.IsComplete) drained ??= Stopwatch.GetElapsedTime(restarted);
            if (done(aftermath) || Stopwatch.GetElapsedTime(restarted) > patience)
                return new CrashReport(plan, sender.Acknowledged, sender.Repeated, aftermath, drained, Stopwatch.GetElapsedTime(restarted), app.Complaints);
            await looks.WaitForNextTickAsync();
        }
    }

    static List<Join> Joins(CrashPlan plan)
    {
        var now = DateTimeOffset.UtcNow;
        return [.. Enumerable.Range(0, plan.Joins).Select(i => new Join($"msg_{plan.Seed}_{i}", CrashPlan.IdOf(i % plan.Groups), $"u{i}", $"小林{i}", now))];
    }
}
