using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>
/// One life of an engine. Its name is the owner of its leases and says which process it lived in, so that the next engine
/// on the same machine knows a dead one and need not wait for its leases to end.
/// </summary>
sealed class EngineRun : IDisposable
{
    static readonly ConcurrentDictionary<string, bool> Alive = new(StringComparer.Ordinal);

    // Two readings of one process's start may differ by the rounding of the boot time.
    static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(2);

    public EngineRun()
    {
        using var process = Process.GetCurrentProcess();
        Owner = string.Create(
            CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime().Ticks}/{Guid.NewGuid():N}");
        Alive[Owner] = true;
    }

    /// <summary>The owner of this run's leases.</summary>
    public string Owner { get; }

    /// <summary>True when that run can be known to be over; one on another machine cannot.</summary>
    public static bool IsDead(string owner)
    {
        var parts = owner.Split('/');
        if (parts.Length != 4 || parts[0] != Environment.MachineName) return false;
        var process = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (!Lives(process, new DateTime(long.Parse(parts[2], CultureInfo.InvariantCulture), DateTimeKind.Utc))) return true;
        return process == Environment.ProcessId && !Alive.ContainsKey(owner);
    }

    public void Dispose() => Alive.TryRemove(Owner, out _);

    static bool Lives(int processId, DateTime started)
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
