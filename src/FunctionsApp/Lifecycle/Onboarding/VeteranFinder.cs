using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>
/// Finds veterans for newcomers. The introduced members of a group are read again after six hours, so somebody who
/// introduced himself since may be left out; somebody who left since is not named.
/// </summary>
public sealed class VeteranFinder(GroupStore groups, TimeProvider clock) : IDisposable
{
    const int MaxGroups = 200;

    static readonly TimeSpan Freshness = TimeSpan.FromHours(6);

    readonly ReadCache<IReadOnlyList<Member>> introduced = new(MaxGroups, clock, Freshness);

    /// <inheritdoc cref="IntroductionRules.FindVeterans" />
    public async Task<IReadOnlyList<Member>> FindAsync(Member newcomer)
    {
        if (newcomer.Interests.Count == 0) return [];
        var now = clock.GetUtcNow();
        var members = await introduced.FindAsync(newcomer.GroupId, ReadAsync);
        var candidates = IntroductionRules.FindVeterans(newcomer, members!, now);
        var current = await Task.WhenAll(
            candidates.Select(candidate => groups.FindMemberAsync(candidate.GroupId, candidate.MemberId)));
        return IntroductionRules.FindVeterans(newcomer, current.OfType<Member>(), now);
    }

    /// <inheritdoc />
    public void Dispose() => introduced.Dispose();

    async Task<IReadOnlyList<Member>?> ReadAsync(string groupId) =>
        [.. (await groups.AllMembersAsync(groupId)).Where(member => member.IsIntroduced)];
}
