using System.Diagnostics;

namespace Rehearsal.Hosting;

/// <summary>
/// A child process with a thread pool of one thread. It takes work on its standard input line by line, and ends when
/// that ends.
/// </summary>
sealed class SingleThreadProcess : IDisposable
{
    readonly Process process;

    public SingleThreadProcess(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in SingleThread.Environment) start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    public async Task WriteLineAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>The next line of the process; null when it has ended.</summary>
    public Task<string?> ReadLineAsync() => process.StandardOutput.ReadLineAsync();

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
