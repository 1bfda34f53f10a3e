using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>
/// The standings of a campaign's participants, in a few partitions. A standing, the credit that changed it, its rank
/// and the totals of the partition change in one transaction, so they always agree.
/// </summary>
public sealed class StandingStore
{
    // A transaction holds 100 rows: at most five for each command, and the totals.
    const int MaxCommands = 19;

    readonly StandingsTable table;
    readonly BatchingWriter<PendingStandingCommand, StandingDecision> writer;

    public StandingStore(
        StandingsTable table, RewardIndex rewards, ParticipationStore participations, TimeProvider clock)
    {
        this.table = table;
        writer = new(MaxCommands, (partition, commands) => table.RetryAsync(isFirstAttempt =>
            new StandingBatch(table, rewards, participations, partition, commands, clock.GetUtcNow())
                .StoreAsync(isFirstAttempt)));
    }

    /// <summary>The standing; null for a member who neither enrolled nor invited.</summary>
    public async Task<Standing?> FindAsync(string campaignId, string memberId)
    {
        var partition = StandingKeys.PartitionOf(campaignId, memberId);
        return (await table.FindAsync<Standing>(partition, StandingKeys.Standing(memberId)))?.Value;
    }

    /// <summary>
    /// Decides on a participant's standing and stores the result. <paramref name="invitee"/> names the credit that the
    /// command is about; null when it is about none.
    /// </summary>
    public Task<StandingDecision> DecideAsync(
        string campaignId, InvitationTerms terms, string memberId, string? invitee, StandingCommand command) =>
        writer.SubmitAsync(
            StandingKeys.PartitionOf(campaignId, memberId),
            new PendingStandingCommand(campaignId, terms, memberId, invitee, command));

    /// <summary>
    /// Begins the report of the partition of the position: a standing that begins later is no part of the report.
    /// </summary>
    public Task<bool> BeginReportAsync(string campaignId, SweepPosition position)
    {
        var partition = StandingKeys.Partition(campaignId, position.Shard);
        return table.RetryAsync(async () =>
        {
            var totals = await table.FindAsync<CampaignTotals>(partition, StandingKeys.Totals);
            if (totals?.Value is { IsReported: true }) return false;
            var reported = (totals?.Value ?? CampaignTotals.None) with { IsReported = true };
            await table.CommitAsync(Row.Write(partition, StandingKeys.Totals, reported, totals));
            return true;
        });
    }

    /// <summary>
    /// Settles a participant's standing. A repeat returns the same totals; null for a standing that began after the
    /// report.
    /// </summary>
    public async Task<SettledTotals?> SettleAsync(Campaign campaign, string memberId)
    {
        var (after, _) = await DecideAsync(
            campaign.Id, campaign.Terms, memberId, invitee: null, new StandingCommand.Settle());
        return after.IsAfterReport ? null : after.SettledTotals;
    }

    /// <summary>
    /// One page of standings: most credits first, then the earlier latest credit, then by member. The number of
    /// participants does not change its cost.
    /// </summary>
    public Task<Slice<Standing>> PageAsync(string campaignId, int size, string? continuation) =>
        PageAsync<Standing>(campaignId, StandingKeys.RankPrefix, size, continuation);

    /// <summary>One page of changes after the campaign settled, in order of time.</summary>
    public Task<Slice<Amendment>> AmendmentsAsync(string campaignId, int size, string? continuation) =>
        PageAsync<Amendment>(campaignId, StandingKeys.AmendmentPrefix, size, continuation);

    /// <summary>
    /// One page of a participant's credits in order of invitee. Invitees of another member are left out, so a page may
    /// hold fewer.
    /// </summary>
    public async Task<Slice<Credit>> CreditsAsync(
        string campaignId, string memberId, int size, string? continuation)
    {
        var partition = StandingKeys.PartitionOf(campaignId, memberId);
        var page = await table.PageAsync<Credit>(partition, StandingKeys.CreditsOf(memberId), size, continuation);
        return page.Map(row => row.Value).Where(credit => credit.State is not CreditState.None);
    }

    /// <summary>
    /// Standings of one partition after the position, in no useful order. The continuation is null after the last
    /// standing of the last partition.
    /// </summary>
    public async Task<Slice<Standing>> SweepAsync(string campaignId, int size, SweepPosition position)
    {
        var partition = StandingKeys.Partition(campaignId, position.Shard);
        var rows = await table.RowsAfterAsync<Standing>(partition, StandingKeys.StandingPrefix, position.After, size);
        var next = rows.Count == size
            ? position with { After = rows[^1].RowKey }
            : new SweepPosition(position.Shard + 1, After: null);
        var continuation = next.Shard < StandingKeys.Shards ? next.ToText() : null;
        return new Slice<Standing>([.. rows.Select(row => row.Value)], continuation);
    }

    /// <summary>
    /// Those of the members who brought somebody to the campaign, whether they got a credit or not. It looks up each
    /// member, or reads all standings where these are fewer requests, one for each 1,000 of a partition.
    /// </summary>
    public async Task<IReadOnlySet<string>> FindSharersAsync(string campaignId, IReadOnlyCollection<string> memberIds)
    {
        // The totals take one request for each partition themselves.
        var looksUp = memberIds.Count <= StandingKeys.Shards
            || memberIds.Count <= RequestsForAll((await TotalsAsync(campaignId)).Participants);
        var standings = looksUp
            ? (await Task.WhenAll(memberIds.Select(id => FindAsync(campaignId, id)))).OfType<Standing>()
            : await AllAsync(campaignId);
        return standings
            .Where(standing => standing.Joins > 0)
            .Select(standing => standing.MemberId)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The sum of the totals of all partitions.</summary>
    public async Task<CampaignTotals> TotalsAsync(string campaignId)
    {
        var shards = await Task.WhenAll(StandingKeys.Partitions(campaignId).Select(
            partition => table.FindAsync<CampaignTotals>(partition, StandingKeys.Totals)));
        return shards
            .OfType<Stored<CampaignTotals>>()
            .Aggregate(CampaignTotals.None, (sum, shard) => sum + shard.Value);
    }

    static int RequestsForAll(int participants) => StandingKeys.Shards + (participants / Table.MaxPageSize);

    async Task<IEnumerable<Standing>> AllAsync(string campaignId)
    {
        var shards = await Task.WhenAll(StandingKeys.Partitions(campaignId).Select(
            partition => table.AllAsync<Standing>(partition, StandingKeys.StandingPrefix)));
        return shards.SelectMany(shard => shard).Select(row => row.Value);
    }

    async Task<Slice<T>> PageAsync<T>(string campaignId, string prefix, int size, string? continuation)
    {
        var after = continuation is null ? null : StandingContinuation.Parse(continuation);
        var shards = await Task.WhenAll(StandingKeys.Partitions(campaignId).Select(
            partition => table.RowsAfterAsync<T>(partition, prefix, after, size + 1)));
        var rows = shards
            .SelectMany(shard => shard)
            .OrderBy(row => row.RowKey, StringComparer.Ordinal)
            .Take(size + 1)
            .ToList();
        var next = rows.Count > size ? StandingContinuation.ToText(rows[size - 1].RowKey) : null;
        return new Slice<T>([.. rows.Take(size).Select(row => row.Value)], next);
    }
}
