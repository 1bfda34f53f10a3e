using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TestSupport.LocalApp;

/// <summary>
/// The local executable as a child process in real time. It can be killed at any instant and restarted on the same
/// store and port.
/// </summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    /// <summary>The function key of every app that this class starts.</summary>
    public const string FunctionKey = "the-operators-key";

    static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    readonly string store;
    readonly string program;
    readonly IReadOnlyDictionary<string, string> settings;
    readonly ConcurrentQueue<string> loggedFailures = new();
    Process process = new();
    Task reading = Task.CompletedTask;
    TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    string url = "http://127.0.0.1:0";

    AppProcess(string store, string program, IReadOnlyDictionary<string, string> settings) =>
        (this.store, this.program, this.settings) = (store, program, settings);

    /// <summary>Where the app listens; the same after every restart.</summary>
    public Uri Address => new(url);

    /// <summary>Completes while the app answers; a new task after each <see cref="KillAsync"/>.</summary>
    public Task Up => Volatile.Read(ref up).Task;

    /// <summary>The processor time of the app since its last start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The working set of the app, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The failures that the app logged, over all restarts.</summary>
    public IReadOnlyCollection<string> LoggedFailures => loggedFailures;

    /// <summary>
    /// Starts the app, or another program of the same folder, on the store at this path; completes when it listens.
    /// </summary>
    public static async Task<AppProcess> StartAsync(
        string store, string program = "FunctionsApp.Local", params IReadOnlyList<(string Name, string Value)> settings)
    {
        var app = new AppProcess(
            store,
            program,
            settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal));
        await app.StartAsync();
        return app;
    }

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        Volatile.Write(ref up, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
    }

    /// <summary>Stops the process with SIGTERM, as a deployment does, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Starts the app again after <see cref="KillAsync"/>.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, $"{program}.dll"),
                "--urls",
                url,
                "--data",
                store,
                "--function-key",
                FunctionKey,
                "--no-demo",
            },
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(store)),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Channel__Secret"] = SignedEvents.Secret },
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(StartLimit);
        url = await ListenAsync(
            process.StandardOutput,
            process.StandardError.ReadToEndAsync(CancellationToken.None),
            limit.Token);
        reading = ReadToEndAsync(process.StandardOutput);
        up.SetResult();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await KillAsync();

    async Task<string> ListenAsync(StreamReader output, Task<string> errors, CancellationToken limit)
    {
        while (true)
        {
            var line =
                await output.ReadLineAsync(limit)
                ?? throw new InvalidOperationException($"The app ended before it listened: {await errors}");
            CollectFailure(line);
            if (Listening().Match(line) is { Success: true } match) return match.Groups["url"].Value;
        }
    }

    // An unread pipe blocks the app.
    async Task ReadToEndAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line) CollectFailure(line);
    }

    void CollectFailure(string line)
    {
        if (Failure().IsMatch(line)) loggedFailures.Enqueue(line);
    }

    [GeneratedRegex("Listening on (?<url>http://\\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex Listening();

    [GeneratedRegex("^[0-9:]* ?(?:fail|crit): ", RegexOptions.NonBacktracking)]
    private static partial Regex Failure();
}
