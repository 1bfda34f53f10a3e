using System.Net;
using LocalRuntime.Functions;
using LocalRuntime.Hosting;
using LocalRuntime.Store;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LocalRuntime.Tests.Functions;

/// <summary>A host whose store fails: what it answers, and what its health check tells.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    readonly Recorder recorder = new();
    RunningHost host = null!;

    EmbeddedStore Store => host.Services.GetRequiredService<EmbeddedStore>();

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync(
        typeof(DurableSamples), configure: RunningHost.With(recorder), args: ["--clock", "2026-12-01T00:00:00Z"]);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Full_disk_is_503_and_the_work_goes_on_when_there_is_room()
    {
        Store.Committing = _ => throw new SqliteException("database or disk is full", 13);
        using (var refused = await host.Client.PostAsync("/api/greet/Wang", content: null))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter?.Delta);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        }

        Store.Committing = null;
        (await host.Client.PostAsync("/api/greet/Wang", content: null)).EnsureSuccessStatusCode();
        await host.AdvanceAsync("PT0S");
        Assert.Equal(["Say"], recorder.Entries);
    }

    [Fact]
    public async Task Management_routes_answer_503_too()
    {
        host.Client.DefaultRequestHeaders.Add("x-functions-key", RunningHost.Key);
        (await host.Client.PostAsync("/api/greet/Wang", content: null)).EnsureSuccessStatusCode();
        Store.Committing = _ => throw new SqliteException("database is locked", 5);
        using var refused = await host.Client.PostAsync(
            "/runtime/webhooks/durabletask/instances/greet-Wang/suspend", content: null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
    }

    [Fact]
    public async Task Loop_that_fails_is_named_and_goes_on()
    {
        var check = host.Services.GetRequiredService<IHealthCheck>();
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(check)).Status);
        await host.Services.GetRequiredService<DurableTaskClient>().ScheduleNewOrchestrationInstanceAsync(
            "Greet", new Greeting("Wang", 1), new StartOrchestrationOptions { StartAt = Start.AddSeconds(10) });
        Store.Committing = _ => throw new SqliteException("database is locked", 5);
        await host.AdvanceAsync("PT20S");
        Assert.Contains("orchestrations fails since", (await CheckAsync(check)).Description, StringComparison.Ordinal);

        Store.Committing = null;
        await host.AdvanceAsync("PT10S");
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(check)).Status);
        Assert.Equal(["Say"], recorder.Entries);
    }

    [Fact]
    public async Task Store_is_written_once_in_ten_seconds_to_tell_whether_it_can_be_written()
    {
        using var clock = new LocalRuntime.Time.VirtualTimeProvider(DateTimeOffset.UnixEpoch, new());
        var check = new HostHealthCheck(host.Services.GetRequiredService<FunctionListeners>(), Store, clock);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(check)).Status);
        Store.Committing = _ => throw new SqliteException("database or disk is full", 13);
        var commits = Store.Commits;
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(check)).Status);

        await clock.AdvanceToAsync(clock.GetUtcNow().AddSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal("the store cannot be written: the disk is full", (await CheckAsync(check)).Description);
        Store.Committing = null;
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(check)).Status);
        Assert.Equal(commits, Store.Commits);
    }

    static Task<HealthCheckResult> CheckAsync(IHealthCheck check) => check.CheckHealthAsync(new HealthCheckContext());
}
