using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TestSupport;

/// <summary>
/// An Azurite emulator for an xUnit assembly fixture or a benchmark. It starts on first use and ends with the fixture
/// or this process.
/// </summary>
public sealed partial class AzuriteFixture : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    readonly Lazy<Task<(Process Process, string ConnectionString)>> emulator = new(StartAsync);

    // The installation waits for the network. Nothing else needs to wait for it.
    public AzuriteFixture()
    {
        if (!NodePeers.Skipped) _ = NodePeers.FolderAsync();
    }

    /// <summary>The connection string of the running emulator; throws with its output when it cannot start.</summary>
    public async Task<string> ConnectionStringAsync() => (await emulator.Value).ConnectionString;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!emulator.IsValueCreated || !emulator.Value.IsCompletedSuccessfully) return;
        using var process = (await emulator.Value).Process;
        process.StandardInput.Close(); // start.cjs exits when its standard input ends
        await process.WaitForExitAsync();
    }

    static async Task<(Process Process, string ConnectionString)> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("node", Arguments)
        {
            WorkingDirectory = await NodePeers.FolderAsync(),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            using var limit = new CancellationTokenSource(StartLimit);
            return (process, await ConnectionStringAsync(process, limit.Token));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    static string[] Arguments =>
        [
            "start.cjs",
            "--inMemoryPersistence",
            "--skipApiVersionCheck",
            "--disableTelemetry",
            "--silent",
            .. new[] { "blob", "queue", "table" }.SelectMany(service =>
                new[] { $"--{service}Host", "127.0.0.1", $"--{service}Port", "0" }),
        ];

    // With port 0 the system chooses a port, which the emulator prints when it listens.
    static async Task<string> ConnectionStringAsync(Process process, CancellationToken limit)
    {
        var endpoints = new Dictionary<string, string>(StringComparer.Ordinal);
        var errors = process.StandardError.ReadToEndAsync(limit);
        while (endpoints.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync(limit)
                ?? throw new InvalidOperationException($"Azurite ended before it listened: {await errors}");
            if (Listening().Match(line) is { Success: true } match)
                endpoints[match.Groups["service"].Value] = match.Groups["url"].Value;
        }

        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // an unread pipe blocks the emulator
        return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + string.Concat(endpoints.Select(endpoint => $"{endpoint.Key}Endpoint={endpoint.Value}/devstoreaccount1;"));
    }

    [GeneratedRegex(
        "Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<url>http://\\S+)",
        RegexOptions.NonBacktracking)]
    private static partial Regex Listening();
}
