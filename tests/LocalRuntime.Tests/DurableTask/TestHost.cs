using LocalRuntime.DurableTask;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>
/// An engine on a store in virtual time. <see cref="RestartAsync"/> and <see cref="CrashAsync"/> put another engine on
/// the same store.
/// </summary>
sealed class TestHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    readonly OrchestrationEngineOptions options;
    readonly ILoggerFactory loggers;
    readonly IStorageGate? gate;
    readonly string? folder;

    public TestHost(
        OrchestrationEngineOptions? options = null,
        bool onFile = false,
        ILoggerFactory? loggers = null,
        IStorageGate? gate = null)
    {
        this.gate = gate;
        this.options = options ?? new OrchestrationEngineOptions();
        this.loggers = loggers ?? NullLoggerFactory.Instance;
        folder = onFile ? Directory.CreateTempSubdirectory("durable").FullName : null;
        Store = new EmbeddedStore(folder is null ? ":memory:" : Path.Combine(folder, "store.db"));
        Clock = new VirtualTimeProvider(Start, Gauge);
        Engine = NewEngine();
    }

    public WorkGauge Gauge { get; } = new();

    public VirtualTimeProvider Clock { get; }

    public EmbeddedStore Store { get; }

    public TestCatalog Catalog { get; } = new();

    public OrchestrationEngine Engine { get; private set; }

    public DurableTaskClient Client => Engine.Client;

    public TestHost StartEngine()
    {
        Engine.Start();
        return this;
    }

    public Task<string> ScheduleAsync(string orchestrator, object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));

    /// <summary>Runs everything that is due now.</summary>
    public Task RunDueAsync() => Clock.AdvanceToAsync(Clock.GetUtcNow());

    public Task AdvanceAsync(TimeSpan by) => Clock.AdvanceToAsync(Clock.GetUtcNow() + by);

    public async Task<OrchestrationMetadata> GetAsync(string id) =>
        await Client.GetInstanceAsync(id, getInputsAndOutputs: true)
        ?? throw new InvalidOperationException($"No instance {id}");

    /// <summary>Schedules an instance, runs everything that is due and returns the instance.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string orchestrator, object? input = null, string? id = null)
    {
        var started = await ScheduleAsync(orchestrator, input, id);
        await RunDueAsync();
        return await GetAsync(started);
    }

    public async Task RestartAsync()
    {
        await Engine.DisposeAsync();
        Engine = NewEngine();
        Engine.Start();
    }

    public async Task CrashAsync()
    {
        Engine.Abandon();
        await RestartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Store.DisposeAsync();
        Clock.Dispose();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    OrchestrationEngine NewEngine() => new(Store, Clock, Gauge, Catalog, loggers, options) { Gate = gate };
}
