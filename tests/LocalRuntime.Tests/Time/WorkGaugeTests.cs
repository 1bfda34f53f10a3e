using LocalRuntime.Time;
using Xunit;

namespace LocalRuntime.Tests.Time;

public sealed class WorkGaugeTests
{
    readonly WorkGauge gauge = new();

    [Fact]
    public void Nothing_runs_at_first() => Assert.True(gauge.WhenIdleAsync().IsCompletedSuccessfully);

    [Fact]
    public async Task It_is_idle_when_the_last_lease_has_been_given_back()
    {
        var (first, second) = (gauge.Enter(), gauge.Enter());
        var idle = gauge.WhenIdleAsync();
        first.Dispose();
        Assert.Equal((1, false), (gauge.Running, idle.IsCompleted));
        second.Dispose();
        await idle;
    }

    [Fact]
    public void A_lease_given_back_twice_counts_once()
    {
        using var held = gauge.Enter();
        var lease = gauge.Enter();
        lease.Dispose();
        lease.Dispose();
        Assert.Equal(1, gauge.Running);
    }

    [Fact]
    public async Task Leases_of_many_threads_are_all_counted()
    {
        using var held = gauge.Enter();
        var idle = gauge.WhenIdleAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), async (_, _) =>
        {
            using var lease = gauge.Enter();
            await Task.Yield();
        });
        Assert.Equal((1, false), (gauge.Running, idle.IsCompleted));
    }
}
