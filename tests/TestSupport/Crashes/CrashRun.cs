using System.Diagnostics;
using TestSupport.LocalApp;

namespace TestSupport.Crashes;

/// <summary>
/// Kills the app with <c>kill -9</c> at random instants during joins, restarts it on the same store, and reads the
/// outcome.
/// </summary>
public static class CrashRun
{
    static readonly TimeSpan ReadInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Runs the plan on the store at this path and waits at most <paramref name="limit"/> after the last restart for
    /// <paramref name="isDone"/>.
    /// </summary>
    public static async Task<CrashReport> RunAsync(
        CrashPlan plan,
        string store,
        Func<ApiOutcome, bool> isDone,
        TimeSpan limit)
    {
        var report = await RunAppAsync(plan, store, isDone, limit);
        return report with { Residue = await StoreResidue.ReadAsync(store) };
    }

    static async Task<CrashReport> RunAppAsync(
        CrashPlan plan,
        string store,
        Func<ApiOutcome, bool> isDone,
        TimeSpan limit)
    {
        await using var app = await AppProcess.StartAsync(store);
        using var client = new OperatorClient(app.Address);
        for (var group = 0; group < plan.Groups; group++)
            await client.CreateGroupAsync(CrashPlan.IdOf(group), CrashPlan.KindOf(group));

        using var sender = new RetryingSender<Join>(app, join => client.SendAsync(join), Joins(plan));
        var sending = sender.RunAsync();
        await ProcessKiller.RunAsync(
            app,
            new KillPlan(plan.Joins, plan.Kills, plan.Seed, plan.MaxUptime),
            sender.Release);
        var restarted = Stopwatch.GetTimestamp();
        await sending;
        TimeSpan? completedAfter = null;
        using var reads = new PeriodicTimer(ReadInterval);
        while (true)
        {
            var outcome = await ApiOutcome.ReadAsync(plan, client);
            if (outcome.IsComplete) completedAfter ??= Stopwatch.GetElapsedTime(restarted);
            if (isDone(outcome) || Stopwatch.GetElapsedTime(restarted) > limit)
                return new CrashReport(
                    plan,
                    sender.Acknowledged,
                    sender.Repeated,
                    outcome,
                    completedAfter,
                    Stopwatch.GetElapsedTime(restarted),
                    app.LoggedFailures);
            await reads.WaitForNextTickAsync();
        }
    }

    static List<Join> Joins(CrashPlan plan)
    {
        var now = DateTimeOffset.UtcNow;
        return
        [
            .. Enumerable
                .Range(0, plan.Joins)
                .Select(i => new Join(
                    $"msg_{plan.Seed}_{i}",
                    CrashPlan.IdOf(i % plan.Groups),
                    $"u{i}",
                    $"小林{i}",
                    now)),
        ];
    }
}
