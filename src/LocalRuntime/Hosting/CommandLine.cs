namespace LocalRuntime.Hosting;

/// <summary>The options of the local executable.</summary>
sealed record LocalHostOptions
{
    public string Urls { get; init; } = "http://127.0.0.1:7071";

    /// <summary>The file of the embedded store; a path that starts with <c>:memory:</c> stays in memory.</summary>
    public string Store { get; init; } = Path.GetFullPath(Path.Combine(".data", "local.db"));

    /// <summary>A connection string for tables and queues; null for the embedded store.</summary>
    public string? Storage { get; init; }

    /// <summary>The start of the virtual clock; null for real time.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    public string? FunctionKey { get; init; }

    public bool Demo { get; init; } = true;

    /// <summary>Whether queues and durable timers are as late as on the Functions host.</summary>
    public bool HostLatency { get; init; }

    public bool InMemory => Store.StartsWith(":memory:", StringComparison.Ordinal);
}

/// <summary>Reads options as <c>--name value</c> or <c>--name=value</c>.</summary>
static class CommandLine
{
    const string Usage = """
        Options:
          --urls URL            where to listen (http://127.0.0.1:7071)
          --data PATH           the embedded store (.data/local.db); :memory: for none on disk
          --storage CONNECTION  a storage connection string instead of the embedded store
          --clock START         virtual clock starting at an ISO 8601 instant; embedded store only
          --function-key KEY    the operator's key; otherwise made once and kept beside the store
          --no-demo             an empty store stays empty
          --host-latency        queues and durable timers as late as the Functions host is by its polling
          --help                print these options
        """;

    public static LocalHostOptions Parse(string[] args)
    {
        var options = new LocalHostOptions();
        for (var i = 0; i < args.Length; i++)
        {
            var (name, inline) = Split(args[i]);
            options = name switch
            {
                "--urls" => options with { Urls = Value() },
                "--data" => options with { Store = StorePath(Value()) },
                "--storage" => options with { Storage = Value() },
                "--clock" => options with { ClockStart = Start(Value()) },
                "--function-key" => options with { FunctionKey = Value() },
                "--no-demo" when inline is null => options with { Demo = false },
                "--host-latency" when inline is null => options with { HostLatency = true },
                "--help" when inline is null => throw new RefusedException(Usage, exitCode: 0),
                _ => throw Refuse($"Unknown option '{args[i]}'."),
            };

            string Value()
            {
                var value = inline ?? (i + 1 < args.Length ? args[++i] : "");
                return value.Length > 0 && (inline is not null || !value.StartsWith("--", StringComparison.Ordinal))
                    ? value
                    : throw Refuse($"Option '{name}' needs a value.");
            }
        }

        return options is { ClockStart: not null, Storage: not null }
            ? throw Refuse("--clock and --storage exclude each other: time at a storage service cannot be virtual.")
            : options;
    }

    // A store in memory belongs to one host, unless it has a name and is open already.
    static string StorePath(string path) => path switch
    {
        ":memory:" => $":memory:{Guid.NewGuid():N}",
        _ when path.StartsWith(":memory:", StringComparison.Ordinal) && EmbeddedStores.ClockOf(path) is not null
            => path,
        _ => Path.GetFullPath(path),
    };

    static DateTimeOffset Start(string text) => Iso8601.TryParse(text, out var start)
        ? start
        : throw Refuse($"--clock needs an ISO 8601 instant such as 2026-12-01T09:00:00+08:00, not '{text}'.");

    static (string Name, string? Value) Split(string argument) =>
        argument.Split('=', 2) is [var name, var value] ? (name, value) : (argument, null);

    static RefusedException Refuse(string message) =>
        new($"{message}{Environment.NewLine}{Environment.NewLine}{Usage}", exitCode: 2);
}
