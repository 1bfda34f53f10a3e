using Azure;
using Azure.Data.Tables;
using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>What is asked of one participant's books: the command, and the invitee where it is about a credit.</summary>
sealed record StandingAsked(string CampaignId, InvitationTerms Terms, string MemberId, string? Invitee, StandingCommand Command)
{
    public CreditKey? Credit => Invitee is null ? null : new CreditKey(MemberId, Invitee);
}

/// <summary>What came of it.</summary>
sealed record StandingDecided(Standing After, IReadOnlyList<StandingEvent> Events);

/// <summary>
/// Decisions on the books of one partition, made in the order in which they were asked for and stored in one transaction, with the partition's
/// figures once. This is one try, which fails when somebody else wrote in between.
/// </summary>
sealed class StandingBatch(Table table, RewardIndex rewards, string partition, IReadOnlyList<StandingAsked> asked, DateTimeOffset now)
{
    readonly Dictionary<string, Stored<Standing>?> standings = new(StringComparer.Ordinal);
    readonly Dictionary<CreditKey, Stored<Credit>?> credits = [];

    /// <summary>
    /// Reads, decides and stores. Most credits are new: where they <paramref name="mayBeNew"/> they are added without being looked for, and it is a
    /// conflict where that was wrong.
    /// </summary>
    public async Task<IReadOnlyList<StandingDecided>> StoreAsync(bool mayBeNew)
    {
        var figures = table.FindAsync<Figures>(partition, StandingRows.Figures);
        await Task.WhenAll(ReadCreditsAsync(asked.Where(one => !mayBeNew || !MayAdd(one.Command))), ReadStandingsAsync());
        var books = Decide();
        while (Unread(books) is { Count: > 0 } unread)
        {
            // A reward is noted before the conflict would show that it is none.
            await ReadCreditsAsync(unread);
            books = Decide();
        }

        foreach (var one in books) await NoteAsync(one);
        var rows = Rows(books, await figures);
        if (rows.Count > 0) await table.CommitAsync(rows);
        return [.. books.Select(one => new StandingDecided(one.After.Standing, one.Events))];
    }

    static bool MayAdd(StandingCommand command) => command is StandingCommand.Take { Claim.State: not ClaimState.None };

    static IEnumerable<Reward> EarnedBy(Decided one) => one.Events.OfType<StandingEvent.RewardEarned>().Select(earned => earned.Reward);

    async Task ReadStandingsAsync()
    {
        var members = asked.Select(one => one.MemberId).Distinct(StringComparer.Ordinal).ToList();
        var read = await Task.WhenAll(members.Select(member => table.FindAsync<Standing>(partition, StandingRows.Standing(member))));
        foreach (var (member, standing) in members.Zip(read)) standings[member] = standing;
    }

    async Task ReadCreditsAsync(IEnumerable<StandingAsked> about)
    {
        var keys = about.Select(one => one.Credit).OfType<CreditKey>().Distinct().ToList();
        var read = await Task.WhenAll(keys.Select(key => table.FindAsync<Credit>(partition, StandingRows.Credit(key))));
        foreach (var (key, credit) in keys.Zip(read)) credits[key] = credit;
    }

    List<StandingAsked> Unread(List<Decided> books) =>
        [.. books.Where(one => one.Asked.Credit is { } key && !credits.ContainsKey(key) && EarnedBy(one).Any()).Select(one => one.Asked)];

    List<Decided> Decide()
    {
        var standing = standings.ToDictionary(one => one.Key, one => one.Value?.Value, StringComparer.Ordinal);
        var credit = credits.ToDictionary(one => one.Key, one => one.Value?.Value);
        List<Decided> all = [];
        foreach (var one in asked)
        {
            var before = new Books(
                standing[one.MemberId] ?? new Standing(one.CampaignId, one.MemberId), one.Credit is { } of ? credit.GetValueOrDefault(of) : null, one.Terms);
            all.Add(Decided.Of(one, before, now));
            standing[one.MemberId] = all[^1].After.Standing;
            if (one.Credit is { } key) credit[key] = all[^1].After.Credit;
        }

        return all;
    }

    async Task NoteAsync(Decided one)
    {
        foreach (var earned in EarnedBy(one)) await rewards.NoteAsync(one.After.Standing, earned);
    }

    List<TableTransactionAction> Rows(List<Decided> books, Stored<Figures>? figures)
    {
        List<TableTransactionAction> rows = [];
        var change = Figures.None;
        foreach (var own in books.GroupBy(one => one.Asked.MemberId, StringComparer.Ordinal))
        {
            var (before, after) = (own.First().Before.Standing, own.Last().After.Standing);
            if (ReferenceEquals(before, after)) continue;
            var read = standings[own.Key];
            rows.AddRange(Row.Write(partition, StandingRows.Standing(own.Key), after, read), Row.Put(partition, StandingRows.Rank(after), after));
            if (read is not null && StandingRows.Rank(before) is var old && old != StandingRows.Rank(after)) rows.Add(Row.Delete(partition, old, ETag.All));
            change += Figures.Of(after) - (read is null ? Figures.None : Figures.Of(before));
        }

        foreach (var own in books.Where(one => one.Asked.Credit is not null).GroupBy(one => one.Asked.Credit!.Value))
        {
            if (own.Last().After.Credit is { } after && !ReferenceEquals(after, own.First().Before.Credit))
                rows.Add(Row.Write(partition, StandingRows.Credit(own.Key), after, credits.GetValueOrDefault(own.Key)));
        }

        foreach (var one in books)
        {
            if (one.Amendment is { } amendment) rows.Add(Row.Add(partition, StandingRows.Amendment(amendment, one.After.Standing.Amendments), amendment));
        }

        if (change != Figures.None) rows.Add(Row.Write(partition, StandingRows.Figures, (figures?.Value ?? Figures.None) + change, figures));
        return rows;
    }

    sealed record Decided(StandingAsked Asked, Books Before, Books After, IReadOnlyList<StandingEvent> Events, Amendment? Amendment)
    {
        public static Decided Of(StandingAsked asked, Books before, DateTimeOffset now)
        {
            var events = StandingRules.Decide(asked.Command, before);
            var after = events.Aggregate(before, StandingRules.Evolve);
            var amendment = Amendment.Of(asked.Command, asked.Invitee, before, after, now);
            if (amendment is not null) after = after with { Standing = after.Standing with { Amendments = after.Standing.Amendments + 1 } };
            return new(asked, before, after, events, amendment);
        }
    }
}
