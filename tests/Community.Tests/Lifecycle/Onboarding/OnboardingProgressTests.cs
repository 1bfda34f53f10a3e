using Community.Groups;
using Community.Lifecycle.Onboarding;

namespace Community.Tests.Lifecycle.Onboarding;

public class OnboardingProgressTests
{
    static readonly DateTimeOffset Start = Instants.Evening;

    static readonly OnboardingProgress Begun = new(Start);

    static readonly OnboardingStep Reminder = new OnboardingStep.RemindCardName(Start.AddHours(24));

    static readonly OnboardingStep End = new OnboardingStep.End(Start.AddHours(72));

    /// <summary>All combinations of the four facts.</summary>
    public static TheoryData<bool, bool, bool, bool> EveryState
    {
        get
        {
            var states = new TheoryData<bool, bool, bool, bool>();
            for (var bits = 0; bits < 16; bits++)
                states.Add((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
            return states;
        }
    }

    [Fact]
    public void Newcomer_without_a_card_name_is_reminded_after_a_day() => Assert.Equal(Reminder, Begun.Next);

    [Fact]
    public void Newcomer_is_reminded_once() => Assert.Equal(End, (Begun with { IsReminded = true }).Next);

    [Fact]
    public void Newcomer_with_a_card_name_has_until_the_third_day_to_introduce_themselves() =>
        Assert.Equal(End, (Begun with { HasCardName = true }).Next);

    [Fact]
    public void Newcomer_who_introduced_themselves_is_still_reminded_of_the_card_name() =>
        Assert.Equal(Reminder, (Begun with { IsIntroduced = true }).Next);

    [Fact]
    public void Onboarding_is_complete_when_the_newcomer_is_introduced_and_has_a_card_name() =>
        Assert.Null((Begun with { IsIntroduced = true, HasCardName = true }).Next);

    [Fact]
    public void Onboarding_is_complete_when_the_newcomer_is_introduced_and_reminded() =>
        Assert.Null((Begun with { IsIntroduced = true, IsReminded = true }).Next);

    [Theory]
    [MemberData(nameof(EveryState))]
    public void Sequence_ends_by_the_third_day_and_reminds_at_most_once_from_every_state(
        bool hasCardName, bool reminded, bool introduced, bool left)
    {
        var progress = new OnboardingProgress(Start, hasCardName, reminded, introduced, left);
        List<OnboardingStep> steps = [];
        while (progress.Next is { } step && steps.Count < 10)
        {
            steps.Add(step);
            if (step is OnboardingStep.End) break;
            progress = progress with { IsReminded = true };
        }

        Assert.InRange(steps.Count, 0, 2);
        Assert.Equal(steps.OrderBy(step => step.At), steps);
        Assert.All(steps, step => Assert.InRange(step.At, Start, Start.AddHours(72)));
        Assert.True(steps.Count(step => step is OnboardingStep.RemindCardName) <= (reminded ? 0 : 1));
        if (left) Assert.Empty(steps);
    }

    [Theory]
    [InlineData(GroupKind.Flash, true)]
    [InlineData(GroupKind.NewBuyer, false)]
    [InlineData(GroupKind.SuperUser, false)]
    [InlineData(GroupKind.Delivery, false)]
    public void Only_members_of_flash_groups_get_nothing_but_the_welcome(GroupKind kind, bool expected) =>
        Assert.Equal(expected, OnboardingProgress.IsWelcomeOnly(kind));
}
