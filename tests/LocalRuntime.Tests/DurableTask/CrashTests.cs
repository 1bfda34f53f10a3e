using DurableTask.Core.Exceptions;
using LocalRuntime.DurableTask;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>
/// Ends the process at every commit of a workload, before or after it. The result and the effects must be the same as
/// without a crash.
/// </summary>
public sealed class CrashTests
{
    static readonly Func<long, Crash> Never = _ => Crash.None;

    public enum Crash
    {
        None,
        BeforeCommit,
        AfterCommit,
    }

    [Theory]
    [InlineData(Crash.BeforeCommit, 0)]
    [InlineData(Crash.BeforeCommit, 1000)]
    [InlineData(Crash.AfterCommit, 0)]
    [InlineData(Crash.AfterCommit, 1000)]
    public async Task Crash_at_any_commit_changes_neither_result_nor_effects(Crash crash, int cached)
    {
        var (expected, crashes) = await RunAsync(Never, cached);
        Assert.Equal(0, crashes);
        var ordinal = 0L;
        do
        {
            ordinal++;
            (var survived, crashes) = await RunAsync(commit => commit == ordinal ? crash : Crash.None, cached);
            Assert.True(expected == survived, $"crash at commit {ordinal}:\n{survived}\ninstead of\n{expected}");
        }
        while (crashes > 0);

        Assert.True(ordinal > 20, $"only {ordinal} commits were tried");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Repeated_crashes_change_neither_result_nor_effects(int seed)
    {
        var random = new Random(seed);
        var (expected, _) = await RunAsync(Never, 1000);

        var (survived, crashes) = await RunAsync(
            _ => random.Next(8) is 0 ? Crash.BeforeCommit : random.Next(8) is 0 ? Crash.AfterCommit : Crash.None, 1000);

        Assert.True(crashes > 0);
        Assert.Equal(expected, survived);
    }

    static async Task<(string Outcome, int Crashes)> RunAsync(Func<long, Crash> plan, int cached)
    {
        await using var host = new TestHost(new OrchestrationEngineOptions { CachedOrchestrations = cached });
        var workload = new MixedWorkload(host.Catalog).Register();
        var crashing = new CrashingHost(host, plan);
        host.StartEngine();

        var once = new StartOrchestrationOptions("mixed").WithDedupeStatuses(
            Enum.GetValues<OrchestrationRuntimeStatus>());
        await crashing.RetryAsync(async () =>
        {
            try
            {
                await host.Client.ScheduleNewOrchestrationInstanceAsync("Mixed", null, once);
            }
            catch (OrchestrationAlreadyExistsException)
            {
                // The first request was stored before the crash.
            }
        });
        await crashing.AdvanceAsync(TimeSpan.FromMinutes(30));
        await crashing.RetryAsync(() => host.Client.RaiseEventAsync("mixed", "go-0", "one"));
        await crashing.AdvanceAsync(TimeSpan.FromHours(10));
        await crashing.RetryAsync(() => host.Client.RaiseEventAsync("mixed", "go-5", "two"));
        await crashing.AdvanceAsync(TimeSpan.FromHours(10));

        host.Store.Committing = null;
        var instance = await host.GetAsync("mixed");
        var left = Rows.Count(host.Store, "durable_inbox") + Rows.Count(host.Store, "durable_activities");
        var effects = string.Join(',', workload.Effects);
        var result = $"{instance.RuntimeStatus} {instance.SerializedOutput} {instance.SerializedCustomStatus}";
        return ($"{result} {effects} {left} left", crashing.Crashes);
    }

    /// <summary>A host whose process may die at a commit and is then started again.</summary>
    sealed class CrashingHost
    {
        readonly TestHost host;
        readonly Func<long, Crash> plan;
        readonly long firstCommit;
        volatile bool dead;

        public CrashingHost(TestHost host, Func<long, Crash> plan)
        {
            (this.host, this.plan, firstCommit) = (host, plan, host.Store.Commits);
            host.Store.Committing = OnCommit;
        }

        public int Crashes { get; private set; }

        public async Task AdvanceAsync(TimeSpan by)
        {
            await host.AdvanceAsync(by);
            while (await RestartIfDeadAsync()) await host.AdvanceAsync(TimeSpan.FromHours(1));
        }

        /// <summary>Repeats a request as a client does that received no answer.</summary>
        public async Task RetryAsync(Func<Task> request)
        {
            while (true)
            {
                try
                {
                    await request();
                    return;
                }
                catch (Exception failure) when (failure is SqliteException or OperationCanceledException)
                {
                    await host.RunDueAsync();
                    await RestartIfDeadAsync();
                }
            }
        }

        void OnCommit(long commit)
        {
            var crash = dead ? Crash.None : plan(commit - firstCommit);
            if (crash == Crash.None) return;
            dead = true;
            host.Engine.Abandon();
            if (crash == Crash.BeforeCommit) throw new SqliteException("the process dies", 10);
        }

        async Task<bool> RestartIfDeadAsync()
        {
            if (!dead) return false;
            Crashes++;
            host.Store.Committing = null;
            await host.RestartAsync();
            dead = false;
            host.Store.Committing = OnCommit;
            return true;
        }
    }
}
