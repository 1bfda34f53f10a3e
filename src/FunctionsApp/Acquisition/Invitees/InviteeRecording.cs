using Azure.Data.Tables;
using Community.Acquisition.Invitees;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Invitees;

/// <summary>The rows and the invitees that one join or leave of a person changes.</summary>
sealed class InviteeRecording(
    string memberId, Stored<Person>? storedPerson, IReadOnlyList<Stored<Invitee>> storedInvitees)
{
    readonly List<TableTransactionAction> rows = [];
    readonly List<Invitee> affected = [];

    public IReadOnlyList<TableTransactionAction> Rows => rows;

    /// <summary>
    /// The invitees of the campaigns that the change is for, and all others whose claims are to be applied.
    /// </summary>
    public IReadOnlyList<Invitee> Affected => affected;

    /// <summary>The person after the change; null when the brand does not know the person.</summary>
    public Person? Person { get; private set; } = storedPerson?.Value;

    public void Apply(PersonJoin? join, IReadOnlyList<CampaignChange> changes)
    {
        if (join is not null) WritePerson(join);
        var knownSince = Person?.KnownSince;
        var known = storedInvitees.Select(stored => stored.Value.CampaignId);
        foreach (var campaignId in known.Union(changes.Select(change => change.Campaign.Id)))
            WriteInvitee(campaignId, knownSince, changes.FirstOrDefault(change => change.Campaign.Id == campaignId));
    }

    static Invitee Decide(Invitee invitee, InviteeCommand command) =>
        InviteeRules.Decide(command, invitee).Aggregate(invitee, InviteeRules.Evolve);

    void WritePerson(PersonJoin join)
    {
        var after = storedPerson?.Value.Merge(join.Person) ?? join.Person;
        if (after != storedPerson?.Value) rows.Add(Row.Write(memberId, InviteeStore.PersonRow, after, storedPerson));
        rows.Add(MembershipStore.RowOf(memberId, join.GroupId));
        Person = after;
    }

    void WriteInvitee(string campaignId, DateTimeOffset? knownSince, CampaignChange? change)
    {
        var stored = storedInvitees.FirstOrDefault(stored => stored.Value.CampaignId == campaignId);
        var before = stored?.Value ?? NewInvitee(change!);
        var after = before;
        if (knownSince is { } at) after = Decide(after, new InviteeCommand.RecordFirstSeen(at));
        if (change is not null) after = Decide(after, new InviteeCommand.RecordChange(change.Change));
        var isChanged = after.Version != before.Version;
        // A repeat of this event finds the other campaigns by their mark.
        if (isChanged && change is null) after = after with { AwaitsClaims = true };
        if (isChanged) rows.Add(Row.Write(memberId, InviteeStore.CampaignPrefix + campaignId, after, stored));
        if (after.AwaitsClaims || change is not null) affected.Add(after);
    }

    Invitee NewInvitee(CampaignChange change) =>
        new(change.Campaign.Id, memberId, change.Campaign.Grace, change.Campaign.NewcomersOnly);
}
