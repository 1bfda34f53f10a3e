using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Community.Campaigns;
using Community.Invitations;
using Community.Sequences;
using FunctionsApp.Rewards;
using FunctionsApp.Storage;

namespace FunctionsApp.Invitations;

/// <summary>
/// The books of a campaign's participants, spread over a few partitions. A participant's standing, the credit that changed it, its place in the
/// order and the partition's figures change in one transaction, so that none of them can ever say something else than the others.
/// </summary>
public sealed class StandingStore(Tables tables, RewardIndex rewards, Lanes lanes, TimeProvider clock)
{
    const string FiguresRow = "figures";
    const string StandingPrefix = "standing-";
    const string RankPrefix = "rank-";
    const string AmendmentPrefix = "amendment-";

    // A page of standings asks every partition, so they are few; figures are shared by those of one partition, so they are not one.
    const int Shards = 8;

    /// <summary>The participant's books; null for one who neither enrolled nor invited anyone.</summary>
    public async Task<Standing?> FindAsync(string campaignId, string memberId) =>
        (await tables.Standings.FindAsync<Standing>(PartitionOf(campaignId, memberId), RowOf(memberId)))?.Value;

    /// <summary>Decides on a participant's books, and the credit of <paramref name="invitee"/> where the command is about one, and stores what came of it.</summary>
    public Task<(Standing After, IReadOnlyList<StandingEvent> Events)> DecideAsync(
        string campaignId, InvitationTerms terms, string memberId, string? invitee, StandingCommand command)
    {
        // Most credits are new: the first try adds the row without looking, and meets a conflict where it was wrong.
        var mayBeNew = command is StandingCommand.Take { Claim.State: not ClaimState.None };
        var partition = PartitionOf(campaignId, memberId);
        return lanes.InTurnAsync(partition, () => Contention.RetryAsync(async () =>
        {
            var figures = tables.Standings.FindAsync<Figures>(partition, FiguresRow);
            var credit = invitee is null || mayBeNew
                ? Task.FromResult<Stored<Credit>?>(null)
                : tables.Standings.FindAsync<Credit>(partition, CreditRowOf(memberId, invitee));
            var standing = await tables.Standings.FindAsync<Standing>(partition, RowOf(memberId));
            var before = new Books(standing?.Value ?? new Standing(campaignId, memberId), (await credit)?.Value, terms);
            var events = StandingRules.Decide(command, before);
            if (mayBeNew && EarnedBy(events).Any())
            {
                // A reward is noted before the conflict would show that it is none.
                credit = tables.Standings.FindAsync<Credit>(partition, CreditRowOf(memberId, invitee!));
                before = before with { Credit = (await credit)?.Value };
                events = StandingRules.Decide(command, before);
            }

            mayBeNew = false;
            var after = events.Aggregate(before, StandingRules.Evolve);
            var amendment = Amendment.Of(command, invitee, before, after, clock.GetUtcNow());
            if (amendment is not null) after = after with { Standing = after.Standing with { Amendments = after.Standing.Amendments + 1 } };
            var rows = Changes(partition, standing, before, after, await figures);
            if (after.Credit is not null && !ReferenceEquals(after.Credit, before.Credit))
                rows.Add(Row.Write(partition, CreditRowOf(memberId, invitee!), after.Credit, await credit));
            if (amendment is not null) rows.Add(Row.Add(partition, AmendmentRowOf(amendment, after.Standing.Amendments), amendment));
            foreach (var earned in EarnedBy(events)) await rewards.NoteAsync(after.Standing, earned);
            if (rows.Count > 0) await tables.Standings.CommitAsync(rows);
            return (after.Standing, events);
        }));
    }

    /// <summary>Closes a participant's books: what the campaign's report counts of them, the same however often it is asked.</summary>
    public async Task<Tally> SettleAsync(Campaign campaign, string memberId) =>
        (await DecideAsync(campaign.Id, campaign.Terms, memberId, invitee: null, new StandingCommand.Settle())).After.Settled!;

    /// <summary>One page of standings: most credits first, of as many the earlier, then by member. The cost does not depend on how many there are.</summary>
    public Task<Slice<Standing>> PageAsync(string campaignId, int size, string? continuation) => PageAsync<Standing>(campaignId, RankPrefix, size, continuation);

    /// <summary>One page of what changed after the campaign had settled, in order of time.</summary>
    public Task<Slice<Amendment>> AmendmentsAsync(string campaignId, int size, string? continuation) =>
        PageAsync<Amendment>(campaignId, AmendmentPrefix, size, continuation);

    /// <summary>Some of the books of one partition, in no order that means anything; null <c>Continuation</c> in the last partition's last slice.</summary>
    public async Task<Slice<Standing>> SweepAsync(string campaignId, int size, SweepPosition position)
    {
        var rows = await tables.Standings.AfterAsync<Standing>(Partition(campaignId, position.Shard), StandingPrefix, position.After, size);
        var next = rows.Count == size ? position with { After = rows[^1].RowKey } : new SweepPosition(position.Shard + 1, null);
        return new Slice<Standing>([.. rows.Select(row => row.Value)], next.Shard < Shards ? next.Write() : null);
    }

    /// <summary>The campaign's figures: the sum over its partitions.</summary>
    public async Task<Figures> FiguresAsync(string campaignId)
    {
        var shards = await Task.WhenAll(Partitions(campaignId).Select(partition => tables.Standings.FindAsync<Figures>(partition, FiguresRow)));
        return shards.OfType<Stored<Figures>>().Aggregate(Figures.None, (sum, shard) => sum + shard.Value);
    }

    async Task<Slice<T>> PageAsync<T>(string campaignId, string prefix, int size, string? continuation)
    {
        var after = continuation is null ? null : Continuation.Read(continuation);
        var shards = await Task.WhenAll(Partitions(campaignId).Select(partition => tables.Standings.AfterAsync<T>(partition, prefix, after, size + 1)));
        var first = shards.SelectMany(rows => rows).OrderBy(row => row.RowKey, StringComparer.Ordinal).Take(size + 1).ToList();
        return new Slice<T>([.. first.Take(size).Select(row => row.Value)], first.Count > size ? Continuation.Write(first[size - 1].RowKey) : null);
    }

    static IEnumerable<Community.Rewards.Reward> EarnedBy(IReadOnlyList<StandingEvent> events) =>
        events.OfType<StandingEvent.RewardEarned>().Select(earned => earned.Reward);

    static List<TableTransactionAction> Changes(string partition, Stored<Standing>? stored, Books before, Books after, Stored<Figures>? figures)
    {
        if (ReferenceEquals(before.Standing, after.Standing)) return [];
        var rank = RankOf(after.Standing);
        List<TableTransactionAction> rows = [Row.Write(partition, RowOf(after.Standing.MemberId), after.Standing, stored), Row.Put(partition, rank, after.Standing)];
        if (stored is not null && RankOf(before.Standing) is var old && old != rank) rows.Add(Row.Delete(partition, old, ETag.All));
        var change = Figures.Of(after.Standing) - (stored is null ? Figures.None : Figures.Of(before.Standing));
        if (change != Figures.None) rows.Add(Row.Write(partition, FiguresRow, (figures?.Value ?? Figures.None) + change, figures));
        return rows;
    }

    static IEnumerable<string> Partitions(string campaignId) => Enumerable.Range(0, Shards).Select(shard => Partition(campaignId, shard));

    static string PartitionOf(string campaignId, string memberId) => Partition(campaignId, EffectKey.Digest(memberId)[0] % Shards);

    // Campaign ids hold no dot, so that no two campaigns share a partition.
    static string Partition(string campaignId, int shard) => $"{campaignId}.{shard.ToString(CultureInfo.InvariantCulture)}";

    static string RowOf(string memberId) => StandingPrefix + memberId;

    static string CreditRowOf(string memberId, string invitee) => $"credit-{EffectKey.Digest(memberId)}-{invitee}";

    static string AmendmentRowOf(Amendment amendment, int number) => string.Create(
        CultureInfo.InvariantCulture, $"{AmendmentPrefix}{amendment.At.UtcTicks:d19}-{EffectKey.Digest(amendment.MemberId)}-{number:d10}");

    static string RankOf(Standing standing) =>
        $"{RankPrefix}{int.MaxValue - standing.Credits:d10}-{(standing.LastCreditAt ?? DateTimeOffset.MaxValue).UtcTicks:d19}-{EffectKey.Digest(standing.MemberId)}";
}
