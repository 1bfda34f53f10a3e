using Azure.Data.Tables;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Invitees;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Invitees;

/// <summary>A join or a leave that counts in a campaign.</summary>
public sealed record CampaignChange(Campaign Campaign, MembershipChange Change);

/// <summary>
/// The person after a join or a leave (null when unknown), and the invitees whose claims are to be applied.
/// </summary>
public sealed record RecordedChange(Person? Person, IReadOnlyList<Invitee> Affected, bool IsNewPerson);

/// <summary>
/// People and their joins and leaves by campaign. A person's rows share a partition and change in one transaction.
/// </summary>
public sealed class InviteeStore(PeopleTable table)
{
    internal const string PersonRow = "person";
    internal const string CampaignPrefix = "campaign-";

    // A transaction holds 100 rows.
    const int MaxRows = 100;

    /// <summary>The person; null when the brand does not know them.</summary>
    public async Task<Person?> FindPersonAsync(string memberId) =>
        (await table.FindAsync<Person>(memberId, PersonRow))?.Value;

    /// <summary>The names of these members, one read for each; null for those without a name.</summary>
    public async Task<IReadOnlyList<string?>> NamesAsync(IEnumerable<string> memberIds) =>
        [.. (await Task.WhenAll(memberIds.Select(FindPersonAsync))).Select(person => person?.Name)];

    /// <summary>The invitee; null when the person did not join or leave in this campaign.</summary>
    public async Task<Invitee?> FindAsync(string campaignId, string memberId) =>
        (await table.FindAsync<Invitee>(memberId, CampaignPrefix + campaignId))?.Value;

    /// <summary>The member in all campaigns; the campaigns that a member joined bound their number.</summary>
    public async Task<IReadOnlyList<Invitee>> AllAsync(string memberId) =>
        [.. (await table.AllAsync<Invitee>(memberId, CampaignPrefix)).Select(invitee => invitee.Value)];

    /// <summary>
    /// Records a join or a leave in each of the campaigns; <paramref name="join"/> is null for a leave. The result has
    /// the invitee of every affected campaign, also when an earlier attempt stored the change. The person is in the
    /// first transaction; more campaigns than one transaction holds follow in further ones, which a repeat completes.
    /// </summary>
    public async Task<RecordedChange> RecordAsync(
        string memberId, PersonJoin? join, IReadOnlyList<CampaignChange> changes)
    {
        if (join is not null && await TryAddNewPersonAsync(join, changes) is { } added) return added;
        return await table.RetryAsync(async () =>
        {
            var storedPerson = await table.FindAsync<Person>(memberId, PersonRow);
            var storedInvitees = await table.AllAsync<Invitee>(memberId, CampaignPrefix);
            var recording = new InviteeRecording(memberId, storedPerson, storedInvitees);
            recording.Apply(join, changes);
            foreach (var rows in recording.Rows.Chunk(MaxRows)) await table.CommitAsync(rows);
            return new RecordedChange(recording.Person, recording.Affected, IsNewPerson: false);
        });
    }

    /// <summary>
    /// Records facts about a member in each campaign that the member joined, and returns the invitees whose claims are
    /// to be applied, also when an earlier attempt stored the facts.
    /// </summary>
    public async Task<IReadOnlyList<Invitee>> RecordFactsAsync(
        string memberId, Func<Invitee, IEnumerable<InviteeCommand>> facts) =>
        await table.RetryAsync(async () =>
        {
            var stored = await table.AllAsync<Invitee>(memberId, CampaignPrefix);
            var invitees = stored.Select(row => (Row: row, After: Decide(row.Value, facts(row.Value)))).ToList();
            var changed = invitees.Where(invitee => invitee.After != invitee.Row.Value);
            foreach (var rows in changed.Chunk(MaxRows))
            {
                await table.CommitAsync(
                    [.. rows.Select(row => Row.Write(memberId, row.Row.RowKey, row.After, row.Row))]);
            }

            return (IReadOnlyList<Invitee>)
                [.. invitees.Select(invitee => invitee.After).Where(invitee => invitee.AwaitsClaims)];
        });

    /// <summary>Records the first invitation of a related member; null when there is no such invitee.</summary>
    public Task<Invitee?> RecordRelatedAsync(string campaignId, string memberId, FirstInvitation related) =>
        ChangeAsync(
            campaignId, memberId, invitee => Decide(invitee, [new InviteeCommand.RecordRelatedInvitation(related)]));

    /// <summary>Records that the claims of this version are applied.</summary>
    public Task ConfirmClaimsAsync(Invitee applied) => ChangeAsync(
        applied.CampaignId,
        applied.MemberId,
        invitee => invitee.Version == applied.Version ? invitee with { AwaitsClaims = false } : invitee);

    static Invitee Decide(Invitee invitee, IEnumerable<InviteeCommand> facts)
    {
        var after = facts.Aggregate(
            invitee, (before, fact) => InviteeRules.Decide(fact, before).Aggregate(before, InviteeRules.Evolve));
        return after == invitee ? invitee : after with { AwaitsClaims = true };
    }

    Task<Invitee?> ChangeAsync(string campaignId, string memberId, Func<Invitee, Invitee> change) =>
        table.RetryAsync(async () =>
        {
            var rowKey = CampaignPrefix + campaignId;
            if (await table.FindAsync<Invitee>(memberId, rowKey) is not { } stored) return null;
            var after = change(stored.Value);
            if (after != stored.Value) await table.CommitAsync(Row.Write(memberId, rowKey, after, stored));
            return after;
        });

    // Most people who join are new. Their rows are added without a read, which saves two reads for each.
    async Task<RecordedChange?> TryAddNewPersonAsync(PersonJoin join, IReadOnlyList<CampaignChange> changes)
    {
        var recording = new InviteeRecording(join.Person.MemberId, storedPerson: null, storedInvitees: []);
        recording.Apply(join, changes);
        foreach (var rows in recording.Rows.Chunk(MaxRows))
        {
            if (!await table.TryCommitAsync(rows)) return null;
        }

        return new RecordedChange(recording.Person, recording.Affected, IsNewPerson: true);
    }
}
