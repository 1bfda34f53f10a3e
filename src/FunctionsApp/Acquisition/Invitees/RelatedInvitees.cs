using Community.Acquisition.Invitees;

namespace FunctionsApp.Acquisition.Invitees;

/// <summary>
/// Tells the invitees of a campaign about those they are related to: identities of one person, and two people who
/// invite each other. Each row is stored before the other is read, so of two that change at the same time one finds
/// the other.
/// </summary>
public sealed class RelatedInvitees(InviteeStore invitees, IdentityStore identities)
{
    /// <summary>
    /// Compares all identities of the person and returns those of the invitees whose claims are to be applied.
    /// </summary>
    public async Task<IReadOnlyList<Invitee>> JoinIdentitiesAsync(Person person, bool isNewPerson)
    {
        if (person.UnionId is not { } unionId) return [];
        var identity = new Identity(person.MemberId, person.KnownSince);
        var all = (await identities.AddAsync(unionId, identity, isNewPerson)).All;
        var ids = all.Select(known => known.MemberId).Union([person.MemberId], StringComparer.Ordinal).ToList();
        if (ids.Count == 1) return [];
        var rows = await Task.WhenAll(ids.Select(invitees.AllAsync));
        var knownSince = all.Min(known => known.KnownSince);
        var invitations = rows
            .SelectMany(ofIdentity => ofIdentity)
            .Where(invitee => invitee.FirstInvitation is not null)
            .ToLookup(invitee => invitee.CampaignId, invitee => invitee.FirstInvitation!, StringComparer.Ordinal);
        List<Invitee> affected = [];
        foreach (var id in ids) affected.AddRange(await invitees.RecordFactsAsync(id, Facts));
        return affected;

        IEnumerable<InviteeCommand> Facts(Invitee invitee) =>
        [
            new InviteeCommand.RecordFirstSeen(knownSince),
            new InviteeCommand.RecordIdentities(ids),
            .. invitations[invitee.CampaignId]
                .Where(invitation => invitation.MemberId != invitee.MemberId)
                .Select(invitation => new InviteeCommand.RecordRelatedInvitation(invitation)),
        ];
    }

    /// <summary>
    /// Compares an invitee with an inviter. The result is the invitee as it is then, and the inviter as an invitee when
    /// its claims are to be applied; null otherwise.
    /// </summary>
    public async Task<(Invitee Invitee, Invitee? Counterpart)> CompareAsync(Invitee invitee, string inviter)
    {
        var counterpart = await invitees.FindAsync(invitee.CampaignId, inviter);
        if (counterpart is not { FirstInvitation: { } theirs }) return (invitee, null);
        invitee = await RelateAsync(invitee, theirs);
        if (invitee.FirstInvitation is { } own) counterpart = await RelateAsync(counterpart, own);
        return (invitee, counterpart.AwaitsClaims ? counterpart : null);
    }

    async Task<Invitee> RelateAsync(Invitee invitee, FirstInvitation related) =>
        InviteeRules.Decide(new InviteeCommand.RecordRelatedInvitation(related), invitee).Count == 0
            ? invitee
            : await invitees.RecordRelatedAsync(invitee.CampaignId, invitee.MemberId, related) ?? invitee;
}
