using Azure.Data.Tables;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Invitees;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Invitees;

/// <summary>
/// A person whom the brand knows, in all campaigns. <paramref name="UnionId"/> is the same for all identities of the
/// person on the platform; null when the channel does not report it.
/// </summary>
public sealed record Person(string MemberId, DateTimeOffset KnownSince, string? UnionId);

/// <summary>A join or a leave that counts in a campaign.</summary>
public sealed record CampaignChange(Campaign Campaign, MembershipChange Change);

/// <summary>
/// People and their joins and leaves by campaign. A person's rows share a partition and change in one transaction.
/// </summary>
public sealed class InviteeStore(PeopleTable table)
{
    internal const string PersonRow = "person";
    internal const string CampaignPrefix = "campaign-";

    /// <summary>The person; null when the brand does not know them.</summary>
    public async Task<Person?> FindPersonAsync(string memberId) =>
        (await table.FindAsync<Person>(memberId, PersonRow))?.Value;

    /// <summary>The invitee; null when the person did not join or leave in this campaign.</summary>
    public async Task<Invitee?> FindAsync(string campaignId, string memberId) =>
        (await table.FindAsync<Invitee>(memberId, CampaignPrefix + campaignId))?.Value;

    /// <summary>
    /// Records a join or a leave in each of the campaigns; <paramref name="person"/> is null for a leave. The result is
    /// the invitee of every affected campaign, also when an earlier attempt stored the change.
    /// </summary>
    public async Task<IReadOnlyList<Invitee>> RecordAsync(
        string memberId, Person? person, IReadOnlyList<CampaignChange> changes)
    {
        if (person is not null && await TryAddNewPersonAsync(person, changes) is { } added) return added;
        return await table.RetryAsync(async () =>
        {
            var storedPerson = await table.FindAsync<Person>(memberId, PersonRow);
            var storedInvitees = await table.AllAsync<Invitee>(memberId, CampaignPrefix);
            var recording = new InviteeRecording(memberId, storedPerson, storedInvitees);
            recording.Apply(person, changes);
            if (recording.Rows.Count > 0) await table.CommitAsync(recording.Rows);
            return recording.Affected;
        });
    }

    // Most people who join are new. Their rows are added without a read, which saves two reads for each.
    async Task<IReadOnlyList<Invitee>?> TryAddNewPersonAsync(Person person, IReadOnlyList<CampaignChange> changes)
    {
        var recording = new InviteeRecording(person.MemberId, storedPerson: null, storedInvitees: []);
        recording.Apply(person, changes);
        return await table.TryAddAsync(recording.Rows) ? recording.Affected : null;
    }
}
