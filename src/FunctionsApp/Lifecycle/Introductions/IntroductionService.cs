using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;

namespace FunctionsApp.Lifecycle.Introductions;

/// <summary>
/// Records the introductions of members, heard in the group or entered by staff, and names veterans to each newcomer.
/// </summary>
public sealed class IntroductionService(
    GroupStore groups, AttendanceStore attendances, OnboardingService onboarding, TimeProvider clock)
{
    /// <summary>
    /// Records an introduction of this instant and answers it. The earliest introduction counts; a later one is not
    /// answered.
    /// </summary>
    public async Task RecordAsync(
        string groupId, string memberId, IReadOnlyList<string> interests, DateTimeOffset introducedAt)
    {
        var introduce = new AttendanceCommand.Introduce(interests, introducedAt);
        var attendance = await attendances.DecideAsync(groupId, memberId, introduce);
        if (attendance is not null && attendance.Member.IntroducedAt == introducedAt)
            await onboarding.NameVeteransAsync(attendance.Group, attendance.Member);
    }

    /// <summary>
    /// The member with the introduction that counts, entered now or before; null for somebody who is not in the group.
    /// A repeat makes up for what an earlier call did not reach.
    /// </summary>
    public async Task<Member?> EnterAsync(string groupId, string memberId, string text)
    {
        if (await groups.FindMemberAsync(groupId, memberId) is not { IsPresent: true }) return null;
        var interests = IntroductionRules.InterestsIn(text, IntroductionVocabulary.Chinese);
        var introduce = new AttendanceCommand.Introduce(interests, clock.GetUtcNow());
        if (await attendances.DecideAsync(groupId, memberId, introduce) is not { } attendance) return null;
        await onboarding.NameVeteransAsync(attendance.Group, attendance.Member);
        return attendance.Member;
    }
}
