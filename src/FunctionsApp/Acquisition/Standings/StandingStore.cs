using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>
/// The books of a campaign's participants, spread over a few partitions. A participant's standing, the credit that changed it, its place in the
/// order and the partition's figures change in one transaction, so that none of them can ever say something else than the others.
/// </summary>
public sealed class StandingStore
{
    // A transaction holds a hundred rows: up to five for each of these, and the figures.
    const int MaxTogether = 19;

    readonly StandingsTable table;
    readonly BatchingWriter<PendingStandingCommand, StandingDecision> together;

    /// <summary>Over these tables.</summary>
    public StandingStore(StandingsTable table, RewardIndex rewards, TimeProvider clock)
    {
        this.table = table;
        together = new(MaxTogether, (partition, asked) => table.RetryAsync(
            mayBeNew => new StandingBatch(table, rewards, partition, asked, clock.GetUtcNow()).StoreAsync(mayBeNew)));
    }

    /// <summary>The participant's books; null for one who neither enrolled nor invited anyone.</summary>
    public async Task<Standing?> FindAsync(string campaignId, string memberId) =>
        (await table.FindAsync<Standing>(StandingRows.PartitionOf(campaignId, memberId), StandingRows.Standing(memberId)))?.Value;

    /// <summary>Decides on a participant's books, and the credit of <paramref name="invitee"/> where the command is about one, and stores what came of it.</summary>
    public async Task<(Standing After, IReadOnlyList<StandingEvent> Events)> DecideAsync(
        string campaignId, InvitationTerms terms, string memberId, string? invitee, StandingCommand command)
    {
        var asked = new PendingStandingCommand(campaignId, terms, memberId, invitee, command);
        var decided = await together.SubmitAsync(StandingRows.PartitionOf(campaignId, memberId), asked);
        return (decided.After, decided.Events);
    }

    /// <summary>Closes a participant's books: what the campaign's report counts of them, the same however often it is asked.</summary>
    public async Task<SettledTotals> SettleAsync(Campaign campaign, string memberId) =>
        (await DecideAsync(campaign.Id, campaign.Terms, memberId, invitee: null, new StandingCommand.Settle())).After.SettledTotals!;

    /// <summary>One page of standings: most credits first, of as many the earlier, then by member. The cost does not depend on how many there are.</summary>
    public Task<Slice<Standing>> PageAsync(string campaignId, int size, string? continuation) =>
        PageAsync<Standing>(campaignId, StandingRows.RankPrefix, size, continuation);

    /// <summary>One page of what changed after the campaign had settled, in order of time.</summary>
    public Task<Slice<Amendment>> AmendmentsAsync(string campaignId, int size, string? continuation) =>
        PageAsync<Amendment>(campaignId, StandingRows.AmendmentPrefix, size, continuation);

    /// <summary>Some of the books of one partition, in no order that means anything; null <c>Continuation</c> in the last partition's last slice.</summary>
    public async Task<Slice<Standing>> SweepAsync(string campaignId, int size, SweepPosition position)
    {
        var partition = StandingRows.Partition(campaignId, position.Shard);
        var rows = await table.RowsAfterAsync<Standing>(partition, StandingRows.StandingPrefix, position.After, size);
        var next = rows.Count == size ? position with { After = rows[^1].RowKey } : new SweepPosition(position.Shard + 1, null);
        return new Slice<Standing>([.. rows.Select(row => row.Value)], next.Shard < StandingRows.Shards ? next.Write() : null);
    }

    /// <summary>The campaign's figures: the sum over its partitions.</summary>
    public async Task<CampaignTotals> TotalsAsync(string campaignId)
    {
        var partitions = StandingRows.Partitions(campaignId);
        var shards = await Task.WhenAll(partitions.Select(partition => table.FindAsync<CampaignTotals>(partition, StandingRows.Totals)));
        return shards.OfType<Stored<CampaignTotals>>().Aggregate(CampaignTotals.None, (sum, shard) => sum + shard.Value);
    }

    async Task<Slice<T>> PageAsync<T>(string campaignId, string prefix, int size, string? continuation)
    {
        var after = continuation is null ? null : StandingContinuation.Read(continuation);
        var partitions = StandingRows.Partitions(campaignId);
        var shards = await Task.WhenAll(partitions.Select(partition => table.RowsAfterAsync<T>(partition, prefix, after, size + 1)));
        var first = shards.SelectMany(rows => rows).OrderBy(row => row.RowKey, StringComparer.Ordinal).Take(size + 1).ToList();
        return new Slice<T>([.. first.Take(size).Select(row => row.Value)], first.Count > size ? StandingContinuation.Write(first[size - 1].RowKey) : null);
    }
}
