using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>What the sequence knew when it asked.</summary>
public sealed record OnboardingReading(OnboardingInput Whose, OnboardingProgress Known);

/// <summary>A line to say, at the sequence's own instant.</summary>
public sealed record OnboardingSaying(OnboardingInput To, OnboardingLine Line, string Cause, DateTimeOffset At);

/// <summary>What an onboarding reads and says.</summary>
public sealed class OnboardingActivities(GroupStore groups, Courier courier)
{
    /// <summary>The progress with what the member's row now says.</summary>
    [Function(nameof(ReadOnboarding))]
    public async Task<OnboardingProgress> ReadOnboarding([ActivityTrigger] OnboardingReading reading) =>
        await groups.FindMemberAsync(reading.Whose.GroupId, reading.Whose.MemberId) is { } member
            ? reading.Known with { HasCardName = member.HasCardName, Introduced = member.IsIntroduced, Left = !member.IsPresent }
            : reading.Known with { Left = true };

    /// <summary>Says the line, once, unless there is nothing to say.</summary>
    [Function(nameof(SayOnboardingLine))]
    public async Task SayOnboardingLine([ActivityTrigger] OnboardingSaying saying, [DurableClient] DurableTaskClient sequences)
    {
        if (await groups.FindAsync(saying.To.GroupId) is not { Value: var group }) return;
        if (await groups.FindMemberAsync(saying.To.GroupId, saying.To.MemberId) is not { } member) return;
        IReadOnlyList<Member> veterans = saying.Line is OnboardingLine.Veterans ? Introductions.Veterans(member, await groups.AllMembersAsync(group.Id), saying.At) : [];
        if (OnboardingLines.Compose(saying.Line, group, member, veterans, Phrasebook.Chinese) is not var (to, text)) return;
        var request = new DeliveryRequest(saying.Cause, OnboardingLines.StepOf(saying.Line), group.Id, member.MemberId, to, DeliveryPriority.Ordinary, text, saying.At);
        await courier.DeliverAsync(request, sequences);
    }
}
