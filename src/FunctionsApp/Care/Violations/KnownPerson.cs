using Community.Care.Violations;
using FunctionsApp.Acquisition.Invitees;

namespace FunctionsApp.Care.Violations;

/// <summary>The other ids of a member on the platform. <paramref name="UnionId"/> is null when it is unknown.</summary>
public sealed record KnownPerson(string? UnionId, IReadOnlyList<string> OtherMemberIds);

/// <summary>Finds the violations of one person under all ids that share a union id.</summary>
public sealed class KnownPersonReader(InviteeStore people, IdentityStore identities, ViolationStore violations)
{
    public async Task<KnownPerson> ReadAsync(string memberId)
    {
        if (await people.FindPersonAsync(memberId) is not { UnionId: { } unionId }) return new(null, []);
        var others = (await identities.FindAsync(unionId)).All
            .Select(identity => identity.MemberId)
            .Where(id => id != memberId);
        return new KnownPerson(unionId, [.. others]);
    }

    /// <summary>The violations under the other ids of the person, in all groups.</summary>
    public async Task<IReadOnlyList<Violation>> OfOtherIdsAsync(KnownPerson person) =>
        [.. (await Task.WhenAll(person.OtherMemberIds.Select(violations.AllAsync))).SelectMany(some => some)];
}
