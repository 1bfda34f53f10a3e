using System.Diagnostics;

namespace Benchmarks.Tables;

/// <summary>The sync rate of the disk.</summary>
static class DiskSyncs
{
    const int Count = 300;

    /// <summary>The number of pages per second that are appended to a file and flushed to the disk.</summary>
    public static double PerSecond(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4_096];
        var started = Stopwatch.GetTimestamp();
        for (var n = 0; n < Count; n++)
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        }

        return Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
