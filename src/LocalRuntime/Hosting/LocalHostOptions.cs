namespace LocalRuntime.Hosting;

/// <summary>The command line of the local executable.</summary>
internal sealed record LocalHostOptions
{
    public string Urls { get; init; } = "http://127.0.0.1:7071";

    /// <summary>The embedded store's file; starts with <c>:memory:</c> for none on disk.</summary>
    public string Store { get; init; } = Path.GetFullPath(Path.Combine(".data", "local.db"));

    /// <summary>A connection string for tables and queues in place of the embedded store.</summary>
    public string? Storage { get; init; }

    /// <summary>Where the virtual clock starts; null for real time.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    public string? FunctionKey { get; init; }

    public bool Demo { get; init; } = true;

    public bool InMemory => Store.StartsWith(":memory:", StringComparison.Ordinal);
}
