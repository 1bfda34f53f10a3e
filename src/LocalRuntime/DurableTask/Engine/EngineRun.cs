using System.ComponentModel;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>
/// One run of an engine. The owner of its leases names the process, so that another engine on the same machine
/// recognizes the leases of a dead process and does not wait for their end.
/// </summary>
sealed class EngineRun : IDisposable
{
    static readonly ConcurrentDictionary<string, bool> Running = new(StringComparer.Ordinal);

    // Two reads of a process's start time may differ by the rounding of the boot time.
    static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(2);

    public EngineRun()
    {
        using var process = Process.GetCurrentProcess();
        var started = process.StartTime.ToUniversalTime().Ticks;
        Owner = string.Create(
            CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{started}/{Guid.NewGuid():N}");
        Running[Owner] = true;
    }

    public string Owner { get; }

    /// <summary>True when the run has certainly ended. It is always false for a run on another machine.</summary>
    public static bool IsDead(string owner)
    {
        var parts = owner.Split('/');
        if (parts.Length != 4 || parts[0] != Environment.MachineName) return false;
        var process = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var started = new DateTime(long.Parse(parts[2], CultureInfo.InvariantCulture), DateTimeKind.Utc);
        if (!IsRunning(process, started)) return true;
        return process == Environment.ProcessId && !Running.ContainsKey(owner);
    }

    public void Dispose() => Running.TryRemove(Owner, out _);

    static bool IsRunning(int processId, DateTime started)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return (process.StartTime.ToUniversalTime() - started).Duration() < StartTolerance;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or Win32Exception)
        {
            return true;
        }
    }
}
