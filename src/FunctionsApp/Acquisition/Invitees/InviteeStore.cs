using Azure.Data.Tables;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Invitees;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Invitees;

/// <summary>A person as the brand knows them, across campaigns. <paramref name="UnionId"/> is the same for all their identities on the platform.</summary>
public sealed record Person(string MemberId, DateTimeOffset KnownSince, string? UnionId);

/// <summary>A person and their moves in each campaign: one partition a person, changed in one transaction.</summary>
public sealed class InviteeStore(PeopleTable table)
{
    const string PersonRow = "person";
    const string CampaignPrefix = "campaign-";

    /// <summary>The person; null when the brand does not know them.</summary>
    public async Task<Person?> FindPersonAsync(string memberId) => (await table.FindAsync<Person>(memberId, PersonRow))?.Value;

    /// <summary>The person's moves in a campaign; null when they made none.</summary>
    public async Task<Invitee?> FindAsync(string campaignId, string memberId) =>
        (await table.FindAsync<Invitee>(memberId, CampaignPrefix + campaignId))?.Value;

    /// <summary>
    /// Notes that a person came in or went, in each of the campaigns; the answer is what is then known of them in every campaign that is concerned,
    /// whether this changed it or a first try did whose answer was lost.
    /// </summary>
    public async Task<IReadOnlyList<Invitee>> RecordAsync(string memberId, Person? met, IReadOnlyList<(Campaign Campaign, MembershipChange Move)> moves)
    {
        if (met is not null && await AddNewcomerAsync(met, moves) is { } added) return added;
        return await table.RetryAsync(async () =>
        {
            var person = await table.FindAsync<Person>(memberId, PersonRow);
            var known = await table.AllAsync<Invitee>(memberId, CampaignPrefix);
            var (rows, after) = Changes(person, known, memberId, met, moves);
            if (rows.Count > 0) await table.CommitAsync(rows);
            return after;
        });
    }

    // Most who come are new: their rows are added without looking first, which saves two reads for each of them.
    async Task<IReadOnlyList<Invitee>?> AddNewcomerAsync(Person met, IReadOnlyList<(Campaign Campaign, MembershipChange Move)> moves)
    {
        var (rows, after) = Changes(null, [], met.MemberId, met, moves);
        return await table.TryAddAsync(rows) ? after : null;
    }

    static (List<TableTransactionAction> Rows, List<Invitee> After) Changes(
        Stored<Person>? person, IReadOnlyList<Stored<Invitee>> known, string memberId, Person? met, IReadOnlyList<(Campaign Campaign, MembershipChange Move)> moves)
    {
        List<TableTransactionAction> rows = [];
        var since = Earlier(person?.Value.KnownSince, met?.KnownSince);
        var now = since is null ? null : new Person(memberId, since.Value, met?.UnionId ?? person?.Value.UnionId);
        if (now is not null && now != person?.Value) rows.Add(Row.Write(memberId, PersonRow, now, person));

        List<Invitee> after = [];
        foreach (var campaignId in known.Select(row => row.Value.CampaignId).Union(moves.Select(move => move.Campaign.Id)))
        {
            var stored = known.FirstOrDefault(row => row.Value.CampaignId == campaignId);
            var (campaign, change) = moves.FirstOrDefault(one => one.Campaign.Id == campaignId);
            var before = stored?.Value ?? new Invitee(campaignId, memberId, campaign.Grace, campaign.NewcomersOnly);
            var told = since is null ? before : Apply(before, new InviteeCommand.RecordFirstSeen(since.Value));
            if (change is not null) told = Apply(told, new InviteeCommand.RecordChange(change));
            if (told.Version != before.Version) rows.Add(Row.Write(memberId, CampaignPrefix + campaignId, told, stored));
            if (change is not null || told.Version != before.Version) after.Add(told);
        }

        return (rows, after);
    }

    static Invitee Apply(Invitee invitee, InviteeCommand command) => InviteeRules.Decide(command, invitee).Aggregate(invitee, InviteeRules.Evolve);

    static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
