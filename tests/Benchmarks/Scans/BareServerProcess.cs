using System.Diagnostics;

namespace Benchmarks.Scans;

/// <summary>The bare server as a child process.</summary>
sealed class BareServerProcess : IAsyncDisposable
{
    readonly Process process;

    BareServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The processor time of the server since its start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<BareServerProcess> StartAsync()
    {
        var child = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList = { typeof(BareServer).Assembly.Location, BareServer.Role },
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
        var url =
            await child.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The bare server ended before it listened.");
        return new BareServerProcess(child, new Uri(url));
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
