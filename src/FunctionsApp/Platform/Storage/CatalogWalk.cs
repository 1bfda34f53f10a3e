using Microsoft.Extensions.Logging;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Visits all documents of a kind in bounded steps. The position is stored, so that the next step continues where the
/// last one ended. A pass begins a day after the one before.
/// </summary>
public sealed class CatalogWalk(CatalogTable table, TimeProvider clock, ILogger<CatalogWalk> log)
{
    const string Partition = "$walks";
    const int PageSize = 100;

    static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>
    /// Visits the next documents until <paramref name="budget"/> units of work are done. <paramref name="visitAsync"/>
    /// takes an id and the rest of the budget, and returns the work that it did. A document on which the budget ended
    /// is visited again by the next step. A document that fails is logged and visited again in the next pass.
    /// </summary>
    public async Task StepAsync(string walk, string kind, int budget, Func<string, int, Task<int>> visitAsync)
    {
        var read = (await table.FindAsync<Position>(Partition, walk))?.Value;
        var now = clock.GetUtcNow();
        if (read is { IsPassOver: true } && now >= read.StartedAt && now - read.StartedAt < Interval) return;
        var position = read is null or { IsPassOver: true } ? new Position(now, null, IsPassOver: false) : read;
        while (budget > 0 && !position.IsPassOver)
        {
            var ids = await table.RowsAfterAsync<string>(kind, IdCatalog.Prefix, position.After, PageSize);
            foreach (var id in ids)
            {
                budget -= await TryVisitAsync(walk, id.Value, budget, visitAsync);
                if (budget <= 0) break;
                position = position with { After = id.RowKey };
            }

            if (budget > 0 && ids.Count < PageSize) position = position with { IsPassOver = true };
        }

        await table.CommitAsync(Row.Put(Partition, walk, position));
    }

    async Task<int> TryVisitAsync(string walk, string id, int budget, Func<string, int, Task<int>> visitAsync)
    {
        try
        {
            return await visitAsync(id, budget);
        }
#pragma warning disable CA1031 // any failure of one document must not keep back the others
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The walk {Walk} could not visit {Id}.", walk, id);
            return 1;
        }
    }

    sealed record Position(DateTimeOffset StartedAt, string? After, bool IsPassOver);
}
