using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Platform.DueWork;

/// <summary>
/// The instant before which all work is handed over. It only grows, so an instance that remembers an older one reads
/// more than it must and misses nothing.
/// </summary>
public sealed class DueWorkPosition(DueWorkTable table)
{
    // It sorts before the minutes.
    const string Partition = "$position";
    const string PositionRow = "handed-over";

    DateTimeOffset? remembered;

    /// <summary>The position; null before the first step in a store.</summary>
    public async Task<DateTimeOffset?> FindAsync() =>
        remembered ??= (await table.FindAsync<DateTimeOffset>(Partition, PositionRow))?.Value;

    public async Task SaveAsync(DateTimeOffset position)
    {
        await table.CommitAsync(Row.Put(Partition, PositionRow, position));
        remembered = position;
    }
}
