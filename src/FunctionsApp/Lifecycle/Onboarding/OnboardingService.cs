using Community.Groups;
using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>
/// Onboards new members: greeting, one private reminder of the card name (群名片), and veterans with the same interests.
/// Every step can be repeated after a failure at any point.
/// </summary>
public sealed class OnboardingService(
    OnboardingSettings settings,
    GreetingStore greetings,
    GreetingSender sender,
    WelcomeTemplateService welcome,
    GroupStore groups,
    VeteranFinder veterans,
    DeliveryDispatcher dispatcher,
    DeliveryWithdrawal withdrawal,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    /// <summary>
    /// Greets a member of an open group who joined at this instant; a member who returns is not greeted again. Members
    /// whose join becomes known when their onboarding would be over, such as those of a chat that is bound late, are no
    /// newcomers.
    /// </summary>
    public async Task GreetAsync(Group group, Member member, DateTimeOffset joinedAt)
    {
        if (!settings.IsOn) return;
        var isCurrent = member.IsPresent && member.JoinedAt == joinedAt;
        if (!isCurrent || group.State > GroupState.Full)
        {
            if (!welcome.IsUsed) await ContinueAsync(group, member.MemberId, joinedAt);
            return;
        }

        if (welcome.IsUsed)
        {
            await welcome.EnsureAsync(group);
            await ScheduleReminderAsync(group, member.MemberId, joinedAt);
            return;
        }

        if (IsOver(joinedAt)) return;
        var result = await greetings.AddAsync(group, new Newcomer(member.MemberId, member.Name, joinedAt));
        if (result.Mark.JoinedAt != joinedAt) return;
        await ScheduleReminderAsync(group, member.MemberId, result.Mark.At);
        if (!IsOver(result.Mark.At)) await sender.SendAsync(group, member.MemberId, result);
    }

    /// <summary>
    /// Has a changed welcome set where the platform greets new members; a group before them has none.
    /// </summary>
    public async Task FollowTextsAsync(Group group)
    {
        if (settings.IsOn && welcome.IsUsed && group.State <= GroupState.Full && group.MemberCount > 0)
            await welcome.EnsureAsync(group);
    }

    /// <summary>Names veterans to a newcomer whose introduction was recorded.</summary>
    public async Task NameVeteransAsync(Group group, Member member)
    {
        if (!settings.IsOn || OnboardingTerms.IsWelcomeOnly(group.Kind)) return;
        if (!OnboardingTerms.IsNewcomer(member, clock.GetUtcNow())) return;
        await DeliverAsync(
            OnboardingLine.Veterans, group, member, await veterans.FindAsync(member), member.JoinedAt!.Value);
    }

    /// <summary>Reminds a member who has no card name yet, once. The greeting was at this instant.</summary>
    public async Task RemindAsync(string groupId, string memberId, DateTimeOffset greetedAt)
    {
        if (!settings.IsOn || IsOver(greetedAt)) return;
        // Most have a card name by then or left, and for them the group need not be read.
        var found = await groups.FindMemberAsync(groupId, memberId);
        if (found is not { IsPresent: true, HasCardName: false } member) return;
        if (await groups.FindAsync(groupId) is not { Value: var group }) return;
        await DeliverAsync(OnboardingLine.CardNameReminder, group, member, [], greetedAt);
    }

    /// <summary>
    /// Withdraws the reminder of a newcomer who has a card name now, when a person has not sent it yet.
    /// </summary>
    public async Task EndReminderAsync(Group group, Member member)
    {
        if (OnboardingTerms.IsWelcomeOnly(group.Kind) || !OnboardingTerms.IsNewcomer(member, clock.GetUtcNow())) return;
        await withdrawal.WithdrawAsync(
            group.Id, KeyOf(OnboardingLine.CardNameReminder, group, member), "the member has a card name");
    }

    // A run that stored the greeting can end before it sent all lines, and the member leave before the repeat.
    async Task ContinueAsync(Group group, string memberId, DateTimeOffset joinedAt)
    {
        if (await greetings.FindMarkAsync(group.Id, memberId) is { } mark
            && mark.JoinedAt == joinedAt
            && !IsOver(mark.At)) await sender.SendAsync(group, memberId, GreetingResult.Repeat(mark));
    }

    async Task ScheduleReminderAsync(Group group, string memberId, DateTimeOffset greetedAt)
    {
        if (OnboardingTerms.IsWelcomeOnly(group.Kind) || IsOver(greetedAt)) return;
        await scheduler.ScheduleAsync(
            CardNameReminder.Kind,
            greetedAt + OnboardingTerms.ReminderAfter,
            new CardNameReminder(group.Id, memberId));
    }

    // What is repeated or made up for after the end sends nothing.
    bool IsOver(DateTimeOffset greetedAt) => clock.GetUtcNow() - greetedAt >= OnboardingTerms.EndAfter;

    async Task DeliverAsync(
        OnboardingLine line, Group group, Member member, IReadOnlyList<Member> named, DateTimeOffset begunAt)
    {
        if (OnboardingLines.Compose(line, group, member, named, Phrasebook.Chinese) is not var (action, text))
            return;
        var message = new NewDelivery(
            OnboardingLines.CauseOf(group.Id, member.MemberId),
            OnboardingLines.StepOf(line),
            group.Id,
            member.MemberId,
            action,
            DeliveryPriority.Ordinary,
            text,
            clock.GetUtcNow());
        var delivery = await dispatcher.DeliverAsync(message, group);
        await scheduler.EndWithOnboardingAsync(delivery, begunAt);
    }

    static string KeyOf(OnboardingLine line, Group group, Member member) => EffectKey.From(
        OnboardingLines.CauseOf(group.Id, member.MemberId), OnboardingLines.StepOf(line), member.MemberId);
}
