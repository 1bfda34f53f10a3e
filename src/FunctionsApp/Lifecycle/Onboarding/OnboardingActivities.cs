using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>What the sequence knew when it asked.</summary>
public sealed record ReadOnboardingInput(OnboardingInput Target, OnboardingProgress Known);

/// <summary>A line to say, at the sequence's own instant.</summary>
public sealed record SendOnboardingLineInput(OnboardingInput Target, OnboardingLine Line, string Cause, DateTimeOffset At);

/// <summary>What an onboarding reads and says.</summary>
public sealed class OnboardingActivities(GroupStore groups, DeliveryDispatcher dispatcher)
{
    /// <summary>The progress with what the member's row now says.</summary>
    [Function(nameof(ReadOnboarding))]
    public async Task<OnboardingProgress> ReadOnboarding([ActivityTrigger] ReadOnboardingInput input) =>
        await groups.FindMemberAsync(input.Target.GroupId, input.Target.MemberId) is { } member
            ? input.Known with { HasCardName = member.HasCardName, IsIntroduced = member.IsIntroduced, HasLeft = !member.IsPresent }
            : input.Known with { HasLeft = true };

    /// <summary>Says the line, once, unless there is nothing to say.</summary>
    [Function(nameof(SendOnboardingLine))]
    public async Task SendOnboardingLine([ActivityTrigger] SendOnboardingLineInput input, [DurableClient] DurableTaskClient durable)
    {
        if (await groups.FindAsync(input.Target.GroupId) is not { Value: var group }) return;
        if (await groups.FindMemberAsync(input.Target.GroupId, input.Target.MemberId) is not { } member) return;
        IReadOnlyList<Member> veterans = input.Line is OnboardingLine.Veterans ? IntroductionRules.Veterans(member, await groups.AllMembersAsync(group.Id), input.At) : [];
        if (OnboardingLines.Compose(input.Line, group, member, veterans, Phrasebook.Chinese) is not var (to, text)) return;
        var request = new NewDelivery(input.Cause, OnboardingLines.StepOf(input.Line), group.Id, member.MemberId, to, DeliveryPriority.Ordinary, text, input.At);
        await durable.PerformAsync(await dispatcher.DeliverAsync(request));
    }
}
