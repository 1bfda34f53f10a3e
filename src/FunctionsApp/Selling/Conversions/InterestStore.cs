using Azure;
using Azure.Data.Tables;
using Community.Platform;
using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>What was heard in one group for one conversion: the tally, and how often each option of the poll was chosen.</summary>
public sealed record GroupInterest(InterestTally Tally, IReadOnlyDictionary<int, int> Options)
{
    /// <summary>Nothing.</summary>
    public static GroupInterest None { get; } = new(InterestTally.None, new Dictionary<int, int>());
}

/// <summary>
/// Interest by conversion and group: the tally moves in one transaction with a mark that carries the event's name, so that each event counts once. A
/// member's vote counts once too; another option replaces it.
/// </summary>
public sealed class InterestStore(GroupsTable groups, ConversionsTable conversions, KeyedLock locks)
{
    const string TallyRow = "tally";
    const string MarkPrefix = "mark-";
    const string VotePrefix = "vote-";
    const string ListenerPrefix = "conversion-";

    /// <summary>From now on what is said in the group is heard for the conversion.</summary>
    public Task ListenAsync(string conversionId, string groupId) => groups.CommitAsync(Row.Put(groupId, ListenerPrefix + conversionId, conversionId));

    /// <summary>And from now on no more.</summary>
    public Task StopListeningAsync(string conversionId, string groupId) => groups.TryAddAsync(Row.Delete(groupId, ListenerPrefix + conversionId, ETag.All));

    /// <summary>The conversions for which the group is listened to.</summary>
    public async Task<IReadOnlyList<string>> ListenersAsync(string groupId) =>
        [.. (await groups.AllAsync<string>(groupId, ListenerPrefix)).Select(listener => listener.Value)];

    /// <summary>What was heard.</summary>
    public async Task<GroupInterest> FindAsync(string conversionId, string groupId) => (await ReadAsync(Partition(conversionId, groupId)))?.Value ?? GroupInterest.None;

    /// <summary>Counts one message of a member once.</summary>
    public Task RecordAsync(string conversionId, string groupId, string eventKey, string memberId, MessageSignals signals) =>
        RecordAsync(conversionId, groupId, eventKey, async (partition, interest, rows) =>
        {
            var tally = signals.Kinds.Where(kind => kind is not SignalKind.Vote).Aggregate(interest.Tally, (counted, kind) => counted.With(kind));
            if (signals.Option is not { } option) return interest with { Tally = tally };
            var row = VotePrefix + EffectKey.Digest(memberId);
            var vote = await conversions.FindAsync<int>(partition, row);
            rows.Add(Row.Write(partition, row, option, vote));
            var options = new Dictionary<int, int>(interest.Options);
            if (vote is null) tally = tally.With(SignalKind.Vote);
            else options[vote.Value]--;
            options[option] = options.GetValueOrDefault(option) + 1;
            return new GroupInterest(tally, options);
        });

    /// <summary>Counts what the operator saw, once by its key.</summary>
    public Task RecordAsync(string conversionId, string groupId, string eventKey, SignalKind kind, int count) =>
        RecordAsync(conversionId, groupId, eventKey, (_, interest, _) => Task.FromResult(interest with { Tally = interest.Tally.With(kind, count) }));

    Task<bool> RecordAsync(string conversionId, string groupId, string eventKey, Func<string, GroupInterest, List<TableTransactionAction>, Task<GroupInterest>> count)
    {
        var (partition, mark) = (Partition(conversionId, groupId), MarkPrefix + EffectKey.Digest(eventKey));
        return locks.RunAsync(partition, () => conversions.RetryAsync(async () =>
        {
            if (await conversions.FindAsync<string>(partition, mark) is not null) return false;
            var read = await ReadAsync(partition);
            List<TableTransactionAction> rows = [Row.Add(partition, mark, eventKey)];
            var interest = await count(partition, read?.Value ?? GroupInterest.None, rows);
            await conversions.CommitAsync([Row.Write(partition, TallyRow, interest, read), .. rows]);
            return true;
        }));
    }

    Task<Stored<GroupInterest>?> ReadAsync(string partition) => conversions.FindAsync<GroupInterest>(partition, TallyRow);

    static string Partition(string conversionId, string groupId) => SellingInstanceIds.ConversionGroup(conversionId, groupId);
}
