using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Tests.Platform.Storage;

/// <summary>A value is answered from memory until it is too old, forgotten or of unknown age.</summary>
public sealed class ReadCacheTests : IDisposable
{
    static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);

    readonly SettableClock clock = new();
    readonly ReadCache<string> cache;
    int reads;

    public ReadCacheTests() => cache = new(maxEntries: 10, clock, MaxAge);

    [Fact]
    public async Task A_value_is_read_once_until_it_is_too_old()
    {
        Assert.Equal("v1", await FindAsync());
        clock.Now += MaxAge - TimeSpan.FromTicks(1);
        Assert.Equal("v1", await FindAsync());
        clock.Now += TimeSpan.FromTicks(1);
        Assert.Equal("v2", await FindAsync());
    }

    [Fact]
    public async Task A_value_is_read_again_after_the_clock_is_set_back()
    {
        Assert.Equal("v1", await FindAsync());
        clock.Now -= TimeSpan.FromHours(1);
        Assert.Equal("v2", await FindAsync());
        clock.Now += MaxAge / 2;
        Assert.Equal("v2", await FindAsync());
        clock.Now += MaxAge;
        Assert.Equal("v3", await FindAsync());
    }

    [Fact]
    public async Task A_value_without_a_maximum_age_is_read_once()
    {
        using var lasting = new ReadCache<string>(maxEntries: 10, clock);
        Assert.Equal("v1", await lasting.FindAsync("k", ReadAsync));
        clock.Now += TimeSpan.FromDays(1000);
        Assert.Equal("v1", await lasting.FindAsync("k", ReadAsync));
        clock.Now -= TimeSpan.FromDays(2000);
        Assert.Equal("v1", await lasting.FindAsync("k", ReadAsync));
    }

    [Fact]
    public async Task A_forgotten_value_is_read_again()
    {
        Assert.Equal("v1", await FindAsync());
        cache.Forget("k");
        Assert.Equal("v2", await FindAsync());
    }

    [Fact]
    public async Task A_missing_value_is_not_kept()
    {
        Assert.Null(await cache.FindAsync("k", _ => Task.FromResult<string?>(null)));
        Assert.Equal("v1", await FindAsync());
    }

    public void Dispose() => cache.Dispose();

    ValueTask<string?> FindAsync() => cache.FindAsync("k", ReadAsync);

    Task<string?> ReadAsync(string key) => Task.FromResult<string?>($"v{++reads}");

    sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
