using LocalRuntime.Time;
using Xunit;

namespace LocalRuntime.Tests.Time;

public sealed class WorkGaugeTests
{
    readonly WorkGauge gauge = new();

    [Fact]
    public void New_gauge_is_idle() => Assert.True(gauge.WhenIdleAsync().IsCompletedSuccessfully);

    [Fact]
    public async Task Gauge_is_idle_when_the_last_lease_is_returned()
    {
        var (first, second) = (gauge.Enter(), gauge.Enter());
        var idle = gauge.WhenIdleAsync();
        first.Dispose();
        Assert.Equal((1, false), (gauge.Running, idle.IsCompleted));
        second.Dispose();
        await idle;
    }

    [Fact]
    public void Lease_returned_twice_counts_once()
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
