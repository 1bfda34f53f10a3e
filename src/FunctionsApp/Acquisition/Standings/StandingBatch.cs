using Azure;
using Azure.Data.Tables;
using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>What is asked of one participant's books: the command, and the invitee where it is about a credit.</summary>
sealed record PendingStandingCommand(string CampaignId, InvitationTerms Terms, string MemberId, string? Invitee, StandingCommand Command)
{
    public CreditKey? Credit => Invitee is null ? null : new CreditKey(MemberId, Invitee);
}

/// <summary>What came of it.</summary>
sealed record StandingDecision(Standing After, IReadOnlyList<StandingEvent> Events);

/// <summary>
/// Decisions on the books of one partition, made in the order in which they were asked for and stored in one transaction, with the partition's
/// figures once. This is one try, which fails when somebody else wrote in between.
/// </summary>
sealed class StandingBatch(Table table, RewardIndex rewards, string partition, IReadOnlyList<PendingStandingCommand> asked, DateTimeOffset now)
{
    readonly Dictionary<string, Stored<Standing>?> standings = new(StringComparer.Ordinal);
    readonly Dictionary<CreditKey, Stored<Credit>?> credits = [];

    /// <summary>
    /// Reads, decides and stores. Most credits are new: where they <paramref name="mayBeNew"/> they are added without being looked for, and it is a
    /// conflict where that was wrong.
    /// </summary>
    public async Task<IReadOnlyList<StandingDecision>> StoreAsync(bool mayBeNew)
    {
        var figures = table.FindAsync<CampaignTotals>(partition, StandingRows.Totals);
        await Task.WhenAll(ReadCreditsAsync(asked.Where(one => !mayBeNew || !MayAdd(one.Command))), ReadStandingsAsync());
        var books = Decide();
        while (Unread(books) is { Count: > 0 } unread)
        {
            // A reward is noted before the conflict would show that it is none.
            await ReadCreditsAsync(unread);
            books = Decide();
        }

        foreach (var one in books) await AddRewardsAsync(one);
        var rows = Rows(books, await figures);
        if (rows.Count > 0) await table.CommitAsync(rows);
        return [.. books.Select(one => new StandingDecision(one.After.Standing, one.Events))];
    }

    static bool MayAdd(StandingCommand command) => command is StandingCommand.ApplyClaim { Claim.State: not ClaimState.None };

    static IEnumerable<Reward> EarnedBy(DecidedCommand one) => one.Events.OfType<StandingEvent.RewardEarned>().Select(earned => earned.Reward);

    async Task ReadStandingsAsync()
    {
        var members = asked.Select(one => one.MemberId).Distinct(StringComparer.Ordinal).ToList();
        var read = await Task.WhenAll(members.Select(member => table.FindAsync<Standing>(partition, StandingRows.Standing(member))));
        foreach (var (member, standing) in members.Zip(read)) standings[member] = standing;
    }

    async Task ReadCreditsAsync(IEnumerable<PendingStandingCommand> about)
    {
        var keys = about.Select(one => one.Credit).OfType<CreditKey>().Distinct().ToList();
        var read = await Task.WhenAll(keys.Select(key => table.FindAsync<Credit>(partition, StandingRows.Credit(key))));
        foreach (var (key, credit) in keys.Zip(read)) credits[key] = credit;
    }

    List<PendingStandingCommand> Unread(List<DecidedCommand> books) =>
        [.. books.Where(one => one.Pending.Credit is { } key && !credits.ContainsKey(key) && EarnedBy(one).Any()).Select(one => one.Pending)];

    List<DecidedCommand> Decide()
    {
        var standing = standings.ToDictionary(one => one.Key, one => one.Value?.Value, StringComparer.Ordinal);
        var credit = credits.ToDictionary(one => one.Key, one => one.Value?.Value);
        List<DecidedCommand> all = [];
        foreach (var one in asked)
        {
            var before = new StandingState(
                standing[one.MemberId] ?? new Standing(one.CampaignId, one.MemberId), one.Credit is { } of ? credit.GetValueOrDefault(of) : null, one.Terms);
            all.Add(DecidedCommand.From(one, before, now));
            standing[one.MemberId] = all[^1].After.Standing;
            if (one.Credit is { } key) credit[key] = all[^1].After.Credit;
        }

        return all;
    }

    async Task AddRewardsAsync(DecidedCommand one)
    {
        foreach (var earned in EarnedBy(one)) await rewards.AddAsync(one.After.Standing, earned);
    }

    List<TableTransactionAction> Rows(List<DecidedCommand> books, Stored<CampaignTotals>? figures)
    {
        List<TableTransactionAction> rows = [];
        var change = CampaignTotals.None;
        foreach (var own in books.GroupBy(one => one.Pending.MemberId, StringComparer.Ordinal))
        {
            var (before, after) = (own.First().Before.Standing, own.Last().After.Standing);
            if (ReferenceEquals(before, after)) continue;
            var read = standings[own.Key];
            rows.AddRange(Row.Write(partition, StandingRows.Standing(own.Key), after, read), Row.Put(partition, StandingRows.Rank(after), after));
            if (read is not null && StandingRows.Rank(before) is var old && old != StandingRows.Rank(after)) rows.Add(Row.Delete(partition, old, ETag.All));
            change += CampaignTotals.From(after) - (read is null ? CampaignTotals.None : CampaignTotals.From(before));
        }

        foreach (var own in books.Where(one => one.Pending.Credit is not null).GroupBy(one => one.Pending.Credit!.Value))
        {
            if (own.Last().After.Credit is { } after && !ReferenceEquals(after, own.First().Before.Credit))
                rows.Add(Row.Write(partition, StandingRows.Credit(own.Key), after, credits.GetValueOrDefault(own.Key)));
        }

        foreach (var one in books)
        {
            if (one.Amendment is { } amendment) rows.Add(Row.Add(partition, StandingRows.Amendment(amendment, one.After.Standing.Amendments), amendment));
        }

        if (change != CampaignTotals.None) rows.Add(Row.Write(partition, StandingRows.Totals, (figures?.Value ?? CampaignTotals.None) + change, figures));
        return rows;
    }

    sealed record DecidedCommand(PendingStandingCommand Pending, StandingState Before, StandingState After, IReadOnlyList<StandingEvent> Events, Amendment? Amendment)
    {
        public static DecidedCommand From(PendingStandingCommand asked, StandingState before, DateTimeOffset now)
        {
            var events = StandingRules.Decide(asked.Command, before);
            var after = events.Aggregate(before, StandingRules.Evolve);
            var amendment = Amendment.From(asked.Command, asked.Invitee, before, after, now);
            if (amendment is not null) after = after with { Standing = after.Standing with { Amendments = after.Standing.Amendments + 1 } };
            return new(asked, before, after, events, amendment);
        }
    }
}
