using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using LocalRuntime.Tests.Functions;
using TestSupport.LocalApp;

namespace LocalRuntime.Tests.Processes;

/// <summary>Two processes on one data file, one of which a deployment stops under load.</summary>
public sealed class DrainTests : IAsyncLifetime
{
    const int Deliveries = 300;
    const int BeforeStop = 100;
    const int Senders = 8;

    // Shorter than every lease: ten minutes on a message, one on a turn or activity.
    static readonly TimeSpan Prompt = TimeSpan.FromSeconds(30);

    readonly TemporaryFolder folder = new();
    readonly ConcurrentQueue<string> acknowledged = new();
    readonly TaskCompletionSource underLoad = new(TaskCreationOptions.RunContinuationsAsynchronously);
    AppProcess first = null!;
    AppProcess second = null!;
    HttpClient one = null!;
    HttpClient two = null!;

    public async ValueTask InitializeAsync()
    {
        first = await AppProcess.StartAsync(
            folder.File("local.db"), nameof(SampleApp), ("DOTNET_SHUTDOWNTIMEOUTSECONDS", "5"));
        second = await AppProcess.StartAsync(folder.File("local.db"), nameof(SampleApp));
        (one, two) = (new HttpClient { BaseAddress = first.Address }, new HttpClient { BaseAddress = second.Address });
    }

    public async ValueTask DisposeAsync()
    {
        one.Dispose();
        two.Dispose();
        await first.DisposeAsync();
        await second.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Stopped_host_loses_and_repeats_nothing_and_the_other_goes_on_at_once()
    {
        var load = Task.WhenAll(Enumerable.Range(0, Senders).Select(SendAsync));
        await underLoad.Task.WaitAsync(TestContext.Current.CancellationToken);
        var exitCode = await first.StopAsync();
        await load;

        Assert.Equal(0, exitCode);
        using var limit = Limit();
        var sent = acknowledged.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(sent, (await ReadAsync("delivered", sent.Count, limit.Token)).Order(StringComparer.Ordinal));
        Assert.Equal(sent, (await ReadAsync("tracked", sent.Count, limit.Token)).Order(StringComparer.Ordinal));
        Assert.Empty(first.LoggedFailures);
    }

    [Fact]
    public async Task Message_that_outlasts_the_grace_period_is_given_back()
    {
        // The second host must not take the message first.
        await second.KillAsync();
        using var accepted = await one.PostAsync("/api/stubborn", null, TestContext.Current.CancellationToken);
        accepted.EnsureSuccessStatusCode();
        await one.GetStringAsync("/api/journal/stubborn-begun?count=1", TestContext.Current.CancellationToken);
        await second.StartAsync();

        var stopped = Stopwatch.GetTimestamp();
        await first.StopAsync();

        using var limit = Limit();
        await ReadAsync("stubborn-done", 1, limit.Token);
        Assert.InRange(Stopwatch.GetElapsedTime(stopped), TimeSpan.Zero, Prompt);
    }

    // Each call goes to the first host until that refuses it.
    async Task SendAsync(int sender)
    {
        for (var number = sender; number < Deliveries; number += Senders)
        {
            var id = number.ToString("000", CultureInfo.InvariantCulture);
            if (!await TrySendAsync(one, id)) Assert.True(await TrySendAsync(two, id));
            acknowledged.Enqueue(id);
            if (acknowledged.Count >= BeforeStop) underLoad.TrySetResult();
        }
    }

    static async Task<bool> TrySendAsync(HttpClient client, string id)
    {
        try
        {
            using var answer = await client.PostAsync(
                $"/api/deliveries/{id}", null, TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Prompt);
        return limit;
    }

    // The journal tells of lines of its own process, and the last one may be another's.
    async Task<IReadOnlyList<string>> ReadAsync(string subject, int count, CancellationToken cancellation)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var lines = await two.GetFromJsonAsync<List<string>>($"/api/journal/{subject}", cancellation);
            if (lines!.Count >= count) return lines;
            await pause.WaitForNextTickAsync(cancellation);
        }
    }
}
