using FunctionsApp.Pushes.Occurrences;

namespace FunctionsApp.Insights.Pushes;

/// <summary>Reads what is new in the index of pushes, and lets its groups wait for their days to be counted.</summary>
public sealed class PushIndexReader(
    PushStore pushes, WaitingGroupStore waiting, FoldPositionStore positions, TimeProvider clock)
{
    const int PageSize = 500;

    // A plan for 10,000 groups writes ten times as many rows at once.
    const int MaxPages = 40;

    // Another instance may still write rows of yesterday shortly after midnight.
    static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(1);

    /// <summary>The position after the step.</summary>
    // The groups are stored before the position, so that a repeat reads the same rows again.
    public async Task<FoldPosition> ReadAsync()
    {
        var position = await positions.FindAsync();
        var horizon = clock.GetUtcNow() - ClockTolerance;
        for (var page = 0; page < MaxPages; page++)
        {
            var rows = await pushes.ReadDaysAsync(position.IndexKey, horizon, PageSize);
            var found = rows.Select(row => row.Value).GroupBy(indexed => indexed.Day).ToList();
            foreach (var day in found)
                await waiting.AddAsync(day.Key, day.Select(indexed => new WaitingGroup(indexed.Owner, indexed.From)));
            var isUpToDate = rows.Count < PageSize;
            var until = isUpToDate ? DateOnly.FromDateTime(horizon.UtcDateTime) : rows[^1].Value.WrittenOn;
            if (rows.Count > 0 || until != position.IndexedUntil)
            {
                position = await positions.ChangeAsync(now => now.Add(found.Select(day => day.Key)) with
                {
                    IndexKey = rows is [.., var last] ? last.RowKey : now.IndexKey,
                    IndexedUntil = until,
                });
            }

            if (isUpToDate) break;
        }

        return position;
    }
}
