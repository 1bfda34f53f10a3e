using Community.Groups;
using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>The deliveries of greetings.</summary>
public static class GreetingLines
{
    /// <summary>The step of the one message in which a person sends all lines.</summary>
    public const string WholeGreeting = "greeting";

    const string LineSeparator = "\n\n";

    /// <summary>The lines of a newcomer's own greeting, in their order.</summary>
    public static IReadOnlyList<NewDelivery> ComposeOwn(Group group, Newcomer newcomer, DateTimeOffset at) =>
        [
            .. Compose(group, OnboardingLines.CauseOf(group.Id, newcomer.MemberId), [newcomer], at)
                .Select(line => line with { MemberId = newcomer.MemberId }),
        ];

    /// <summary>The lines of a greeting of several newcomers, which the group's robot sends, in their order.</summary>
    public static IReadOnlyList<NewDelivery> ComposeShared(
        Group group, WaitingGreeting greeting, IReadOnlyList<Newcomer> newcomers, DateTimeOffset at) =>
        [
            .. Compose(group, CauseOf(greeting.Id), newcomers, at).Select(line => line with
            {
                MemberIds = [.. newcomers.Select(newcomer => newcomer.MemberId)],
            }),
        ];

    /// <summary>The greeting as one message, which a person sends.</summary>
    public static NewDelivery ComposeWhole(
        Group group, WaitingGreeting greeting, IReadOnlyList<Newcomer> newcomers, DateTimeOffset at)
    {
        var lines = ComposeShared(group, greeting, newcomers, at);
        var text = string.Join(LineSeparator, lines.Select(line => line.Text));
        return lines[0] with { Step = WholeGreeting, Text = text };
    }

    /// <summary>The idempotency keys of a newcomer's own greeting.</summary>
    public static IEnumerable<string> OwnKeys(Group group, string memberId) => StepsOf(group).Select(step =>
        EffectKey.From(OnboardingLines.CauseOf(group.Id, memberId), step, memberId));

    /// <summary>The idempotency keys that a greeting of several may have used.</summary>
    public static IEnumerable<string> SharedKeys(Group group, string greetingId) =>
        StepsOf(group).Append(WholeGreeting).Select(step => EffectKey.From(CauseOf(greetingId), step, group.Id));

    /// <summary>True for the first message of a greeting.</summary>
    public static bool IsFirstLine(Delivery delivery) =>
        delivery.Step == WholeGreeting || delivery.Step == OnboardingLines.StepOf(OnboardingLine.Welcome);

    static IEnumerable<string> StepsOf(Group group) =>
        OnboardingTerms.GreetingOf(group.Kind).Select(OnboardingLines.StepOf);

    static string CauseOf(string greetingId) => $"greeting-{greetingId}";

    static IEnumerable<NewDelivery> Compose(
        Group group, string cause, IReadOnlyList<Newcomer> newcomers, DateTimeOffset at)
    {
        var names = NewcomerNames.Join([.. newcomers.Select(newcomer => newcomer.Name)], Phrasebook.Chinese);
        var named = new Member(group.Id, newcomers[0].MemberId, names, JoinedAt: at);
        return OnboardingTerms.GreetingOf(group.Kind).Select(line =>
        {
            var (action, text) = OnboardingLines.Compose(line, group, named, [], Phrasebook.Chinese)!.Value;
            var step = OnboardingLines.StepOf(line);
            return new NewDelivery(
                cause, step, group.Id, MemberId: null, action, DeliveryPriority.Ordinary, text, at);
        });
    }
}
