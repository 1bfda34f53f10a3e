using Azure;
using Azure.Data.Tables;
using Community.Platform;
using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// Interest by conversion and group. A transaction updates the tally and adds a mark with the key of the event, so that
/// each event counts once. A member's vote counts once; a vote for another option replaces it.
/// </summary>
public sealed class InterestStore(GroupsTable groups, ConversionsTable conversions, KeyedLock locks)
{
    const string TallyRow = "tally";
    const string MarkPrefix = "mark-";
    const string VotePrefix = "vote-";
    const string PageVotePrefix = "page-vote-";
    const string ListenerPrefix = "conversion-";

    /// <summary>Starts to count the group's messages for the conversion.</summary>
    public Task ListenAsync(string conversionId, string groupId) =>
        groups.CommitAsync(Row.Put(groupId, ListenerPrefix + conversionId, conversionId));

    public Task StopListeningAsync(string conversionId, string groupId) =>
        groups.TryCommitAsync(Row.Delete(groupId, ListenerPrefix + conversionId, ETag.All));

    /// <summary>The ids of the conversions that count the group's messages.</summary>
    public async Task<IReadOnlyList<string>> ListenersAsync(string groupId) =>
        [.. (await groups.AllAsync<string>(groupId, ListenerPrefix)).Select(listener => listener.Value)];

    public async Task<GroupInterest> FindAsync(string conversionId, string groupId) =>
        (await FindTallyAsync(Partition(conversionId, groupId)))?.Value ?? GroupInterest.None;

    /// <summary>Counts one message of a member.</summary>
    public Task RecordMessageAsync(
        string conversionId, string groupId, string eventKey, string memberId, MessageSignals signals)
    {
        var partition = Partition(conversionId, groupId);
        return CountOnceAsync(partition, eventKey, interest => AddMessageAsync(partition, memberId, signals, interest));
    }

    /// <summary>Counts the vote of a browser, once; another option replaces it.</summary>
    public Task RecordPageVoteAsync(string conversionId, string groupId, string browserId, int option)
    {
        var partition = Partition(conversionId, groupId);
        return locks.RunAsync(partition, () => conversions.RetryAsync(async () =>
        {
            var row = PageVotePrefix + EffectKey.Digest(browserId);
            var vote = await conversions.FindAsync<int>(partition, row);
            if (vote?.Value == option) return false;
            var tally = await FindTallyAsync(partition);
            var after = (tally?.Value ?? GroupInterest.None).AddPageVote(option, vote?.Value);
            await conversions.CommitAsync(
                Row.Write(partition, TallyRow, after, tally), Row.Write(partition, row, option, vote));
            return true;
        }));
    }

    /// <summary>The option that a browser voted for; null before it did.</summary>
    public async Task<int?> FindPageVoteAsync(string conversionId, string groupId, string browserId) =>
        (await conversions.FindAsync<int>(
            Partition(conversionId, groupId), PageVotePrefix + EffectKey.Digest(browserId)))?.Value;

    /// <summary>Counts signals that the operator reports.</summary>
    public Task RecordSignalsAsync(string conversionId, string groupId, string eventKey, SignalKind kind, int count)
    {
        var partition = Partition(conversionId, groupId);
        return CountOnceAsync(partition, eventKey, interest => Task.FromResult(AddSignals(kind, count, interest)));
    }

    Task<bool> CountOnceAsync(string partition, string eventKey, Func<GroupInterest, Task<InterestChange>> count) =>
        locks.RunAsync(partition, () => conversions.RetryAsync(() => TryCountAsync(partition, eventKey, count)));

    async Task<bool> TryCountAsync(string partition, string eventKey, Func<GroupInterest, Task<InterestChange>> count)
    {
        var mark = MarkPrefix + EffectKey.Digest(eventKey);
        if (await conversions.FindAsync<string>(partition, mark) is not null) return false;
        var tally = await FindTallyAsync(partition);
        var change = await count(tally?.Value ?? GroupInterest.None);
        await conversions.CommitAsync(
        [
            Row.Write(partition, TallyRow, change.Interest, tally),
            Row.Add(partition, mark, eventKey),
            .. change.Rows,
        ]);
        return true;
    }

    async Task<InterestChange> AddMessageAsync(
        string partition, string memberId, MessageSignals signals, GroupInterest interest)
    {
        if (signals.Option is not { } option) return new(interest.AddMessage(signals, previousOption: null), []);
        var row = VotePrefix + EffectKey.Digest(memberId);
        var vote = await conversions.FindAsync<int>(partition, row);
        return new(interest.AddMessage(signals, vote?.Value), [Row.Write(partition, row, option, vote)]);
    }

    static InterestChange AddSignals(SignalKind kind, int count, GroupInterest interest) =>
        new(interest.AddSignals(kind, count), []);

    Task<Stored<GroupInterest>?> FindTallyAsync(string partition) =>
        conversions.FindAsync<GroupInterest>(partition, TallyRow);

    static string Partition(string conversionId, string groupId) =>
        SellingInstanceIds.ConversionGroup(conversionId, groupId);

    // The interest after an event, and the rows to write with it.
    sealed record InterestChange(GroupInterest Interest, IReadOnlyList<TableTransactionAction> Rows);
}
