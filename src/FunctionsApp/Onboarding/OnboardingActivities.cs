using Community.Deliveries;
using Community.Members;
using Community.Onboarding;
using Community.Texts;
using FunctionsApp.Deliveries;
using FunctionsApp.Groups;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Onboarding;

/// <summary>What the sequence knew when it asked.</summary>
public sealed record OnboardingReading(OnboardingInput Whose, OnboardingProgress Known);

/// <summary>A line to say, at the sequence's own instant.</summary>
public sealed record OnboardingSaying(OnboardingInput To, OnboardingLine Line, string Cause, DateTime At);

/// <summary>What an onboarding reads and says.</summary>
public sealed class OnboardingActivities(GroupStore groups, Ledger ledger)
{
    /// <summary>The progress with what the member's row now says.</summary>
    [Function(nameof(ReadOnboarding))]
    public async Task<OnboardingProgress> ReadOnboarding([ActivityTrigger] OnboardingReading reading) =>
        await groups.FindMemberAsync(reading.Whose.GroupId, reading.Whose.MemberId) is { } member
            ? reading.Known with { HasCardName = member.HasCardName, Introduced = member.IsIntroduced, Left = !member.IsPresent }
            : reading.Known with { Left = true };

    /// <summary>Queues the line, once, unless there is nothing to say.</summary>
    [Function(nameof(SayOnboardingLine))]
    public async Task SayOnboardingLine([ActivityTrigger] OnboardingSaying saying)
    {
        var at = new DateTimeOffset(saying.At, TimeSpan.Zero);
        if (await groups.FindAsync(saying.To.GroupId) is not { Value: var group }) return;
        if (await groups.FindMemberAsync(saying.To.GroupId, saying.To.MemberId) is not { } member) return;
        IReadOnlyList<Member> veterans = saying.Line is OnboardingLine.Veterans ? Introductions.Veterans(member, await groups.AllMembersAsync(group.Id), at) : [];
        if (OnboardingLines.Compose(saying.Line, group, member, veterans, Phrasebook.Chinese) is not var (to, text)) return;
        await ledger.QueueAsync(new DeliveryRequest(saying.Cause, OnboardingLines.StepOf(saying.Line), group.Id, member.MemberId, to, DeliveryPriority.Ordinary, text, at));
    }
}
