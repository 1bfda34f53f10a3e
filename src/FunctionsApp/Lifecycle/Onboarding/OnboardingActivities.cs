using Community.Groups;
using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>The member and the progress that the orchestration knows.</summary>
public sealed record ReadOnboardingInput(OnboardingInput Target, OnboardingProgress Known);

/// <summary>
/// A line to send at the orchestration's current instant; <paramref name="Cause"/> is its instance id.
/// </summary>
public sealed record SendOnboardingLineInput(
    OnboardingInput Target, OnboardingLine Line, string Cause, DateTimeOffset At);

/// <summary>Lines of an onboarding that is over.</summary>
public sealed record WithdrawOnboardingLinesInput(
    OnboardingInput Target, IReadOnlyList<OnboardingLine> Lines, string Cause);

/// <summary>The activities of <see cref="OnboardingOrchestrator"/>.</summary>
public sealed class OnboardingActivities(
    GroupStore groups, DeliveryDispatcher dispatcher, DeliveryWithdrawal withdrawal)
{
    /// <summary>The progress, updated from the stored member.</summary>
    [Function(nameof(ReadOnboarding))]
    public async Task<OnboardingProgress> ReadOnboarding([ActivityTrigger] ReadOnboardingInput input) =>
        await groups.FindMemberAsync(input.Target.GroupId, input.Target.MemberId) is { } member
            ? input.Known with
            {
                HasCardName = member.HasCardName,
                IsIntroduced = member.IsIntroduced,
                HasLeft = !member.IsPresent,
            }
            : input.Known with { HasLeft = true };

    /// <summary>
    /// Sends the line, once, unless its text is empty for this member. True when a person has to send it.
    /// </summary>
    [Function(nameof(SendOnboardingLine))]
    public async Task<bool> SendOnboardingLine([ActivityTrigger] SendOnboardingLineInput input)
    {
        if (await ComposeAsync(input) is not { } delivery) return false;
        return await dispatcher.DeliverAsync(delivery) is { State: DeliveryState.AwaitingStaff };
    }

    /// <summary>Withdraws the lines that a person has not sent yet.</summary>
    [Function(nameof(WithdrawOnboardingLines))]
    public async Task WithdrawOnboardingLines([ActivityTrigger] WithdrawOnboardingLinesInput input)
    {
        foreach (var line in input.Lines)
        {
            var key = EffectKey.From(input.Cause, OnboardingLines.StepOf(line), input.Target.MemberId);
            await withdrawal.WithdrawAsync(input.Target.GroupId, key, "the onboarding is over");
        }
    }

    async Task<NewDelivery?> ComposeAsync(SendOnboardingLineInput input)
    {
        var (groupId, memberId) = (input.Target.GroupId, input.Target.MemberId);
        if (await groups.FindAsync(groupId) is not { Value: var group }) return null;
        if (await groups.FindMemberAsync(groupId, memberId) is not { } member) return null;
        var veterans = await VeteransAsync(input, group, member);
        if (OnboardingLines.Compose(input.Line, group, member, veterans, Phrasebook.Chinese) is not var (action, text))
            return null;
        var step = OnboardingLines.StepOf(input.Line);
        return new NewDelivery(
            input.Cause, step, group.Id, member.MemberId, action, DeliveryPriority.Ordinary, text, input.At);
    }

    // Only one line names veterans; the others do not read all members.
    async Task<IReadOnlyList<Member>> VeteransAsync(SendOnboardingLineInput input, Group group, Member member) =>
        input.Line is OnboardingLine.Veterans
            ? IntroductionRules.FindVeterans(member, await groups.AllMembersAsync(group.Id), input.At)
            : [];
}
