using Azure;
using Azure.Data.Tables;
using Community.Care.Crises;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// The recent complaints of each group. An open proposal has a row of its own, written in the same transaction, by
/// which proposals are listed.
/// </summary>
public sealed class ComplaintWatchStore(CrisesTable table, KeyedLock locks)
{
    // No id of a crisis has such a character.
    const string Partition = "$watches";
    const string WatchPrefix = "watch-";
    const string OpenPrefix = "open-";

    public async Task<ComplaintWatch> FindAsync(string groupId) => (await FindRowAsync(groupId))?.Value ?? new(groupId);

    /// <summary>
    /// Decides on the complaints of a group. <paramref name="beforeStored"/> runs before the events are stored, and
    /// again when another writer was quicker.
    /// </summary>
    public Task<Decided<ComplaintWatch, ComplaintWatchEvent>> DecideAsync(
        string groupId,
        ComplaintWatchCommand command,
        Func<IReadOnlyList<ComplaintWatchEvent>, Task>? beforeStored = null) =>
        locks.RunAsync($"complaints {groupId}", () => table.RetryAsync(async () =>
        {
            var read = await FindRowAsync(groupId);
            var before = read?.Value ?? new ComplaintWatch(groupId);
            var events = ComplaintWatchRules.Decide(command, before);
            var after = events.Aggregate(before, ComplaintWatchRules.Evolve);
            if (events.Count > 0)
            {
                if (beforeStored is not null) await beforeStored(events);
                await table.CommitAsync(
                    [Row.Write(Partition, WatchKey(groupId), after, read), .. Index(before, after)]);
            }

            return new Decided<ComplaintWatch, ComplaintWatchEvent>(after, events);
        }));

    /// <summary>One page of the proposals that wait for a person, in order of the group's id.</summary>
    public async Task<Slice<CrisisProposal>> OpenAsync(int size, string? continuation) =>
        (await table.PageAsync<CrisisProposal>(Partition, OpenPrefix, size, continuation)).Map(row => row.Value);

    static IEnumerable<TableTransactionAction> Index(ComplaintWatch before, ComplaintWatch after)
    {
        if (before.Open == after.Open) yield break;
        yield return after.Open is null
            ? Row.Delete(Partition, OpenPrefix + after.GroupId, ETag.All)
            : Row.Put(Partition, OpenPrefix + after.GroupId, after.Open);
    }

    Task<Stored<ComplaintWatch>?> FindRowAsync(string groupId) =>
        table.FindAsync<ComplaintWatch>(Partition, WatchKey(groupId));

    static string WatchKey(string groupId) => WatchPrefix + groupId;
}
