using System.Diagnostics;
using FakeWeCom;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.Storage;
using LocalRuntime.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TestSupport;
using TestSupport.Logs;

namespace FunctionsApp.Tests.Messaging.WeCom;

/// <summary>
/// The client of the app on the fake server, in virtual time; instances of the app share the storage. Each log line is
/// kept.
/// </summary>
sealed class WeComScenario : IAsyncDisposable
{
    // Pauses between attempts and looks are shorter, time-outs of attempts longer.
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(7.5);

    // In real time: a call that works on a busy machine must not time out.
    static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(2);

    readonly Azure.Data.Tables.TableServiceClient tables = InMemoryStorage.NewTables();
    readonly List<ServiceProvider> instances = [];
    readonly List<LogLine> lines = [];
    readonly WatchedTimers timers;

    public WeComScenario()
    {
        timers = new WatchedTimers(Clock);
        Server = new FakeWeComServer(Corp, Clock);
        Main = NewInstance();
        // Before any call starts, as at the start of the app.
        tables.CreateTableIfNotExists("WeCom");
    }

    public VirtualTimeProvider Clock { get; } = new(new AppHostSetup().Clock, new WorkGauge());

    public FakeCorp Corp { get; } = WeComHost.NewCorp();

    public FakeWeComServer Server { get; }

    /// <summary>An instance of the app.</summary>
    public IServiceProvider Main { get; }

    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (lines) return [.. lines];
        }
    }

    public T Get<T>()
        where T : notnull => Main.GetRequiredService<T>();

    /// <summary>One more instance, with a memory of its own.</summary>
    public IServiceProvider NewInstance(string secret = WeComHost.Secret)
    {
        var configured = WeComHost.Settings();
        configured["WeCom:Secret"] = secret;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(configured).Build();
        var provider = new ServiceCollection()
            .AddLogging(logging => LogCapture.AddTo(logging.SetMinimumLevel(LogLevel.Trace), Write))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(tables)
            .AddSingleton(OptimisticRetry.InRealTime)
            .AddSingleton(new IdSource())
            .AddSingleton(new WeComTiming(timers))
            .AddSingleton(new WeComTransport(() => Server))
            .AddWeCom(WeComSettings.Read(settings))
            .BuildServiceProvider();
        instances.Add(provider);
        return provider;
    }

    /// <summary>The result of a call, for which the clock moves.</summary>
    public async Task<T> RunAsync<T>(Task<T> call)
    {
        var worksSince = Stopwatch.GetTimestamp();
        while (!call.IsCompleted)
        {
            // Work that waits for no timer goes on in real time.
            await Task.WhenAny(call, Task.Delay(5));
            if (call.IsCompleted || timers.NextDue is not { } due) continue;
            var isPause = due - Clock.GetUtcNow() <= LongestPause;
            if (!isPause && Stopwatch.GetElapsedTime(worksSince) < LongestWork) continue;
            await Clock.AdvanceToAsync(due);
            worksSince = Stopwatch.GetTimestamp();
        }

        return await call;
    }

    /// <summary>The value of a call that the platform carries out.</summary>
    public async Task<T> SucceedAsync<T>(Task<WeComReply<T>> call) =>
        Assert.IsType<WeComReply<T>.Success>(await RunAsync(call)).Value;

    public Task AdvanceAsync(TimeSpan by) => Clock.AdvanceToAsync(Clock.GetUtcNow() + by);

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances) await instance.DisposeAsync();
        Server.Dispose();
        Clock.Dispose();
    }

    void Write(LogLine line)
    {
        lock (lines) lines.Add(line);
    }
}
