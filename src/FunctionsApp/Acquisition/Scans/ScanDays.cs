using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>The days on which campaigns were scanned, so that no function has to visit every campaign.</summary>
public sealed class ScanDays(ScansTable table, TimeProvider clock, ILogger<ScanDays> log)
{
    /// <summary>Days whose batches may not be folded yet.</summary>
    public DayIndex Batches { get; } = new(table, "$batches", clock, log);

    /// <summary>Days that are counted by the hour.</summary>
    public DayIndex Hours { get; } = new(table, "$hours", clock, log);

    /// <summary>Days whose batches have marks.</summary>
    public DayIndex Marks { get; } = new(table, "$marks", clock, log);
}
