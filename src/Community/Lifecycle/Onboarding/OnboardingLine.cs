using System.Diagnostics;
using Community.Groups;
using Community.Groups.Members;
using Community.Messaging.Channels;
using Community.Platform.Texts;

namespace Community.Lifecycle.Onboarding;

public enum OnboardingLine
{
    Welcome,

    Rules,

    /// <summary>Asks for the card name (群名片) and an introduction, with a template.</summary>
    Introduction,

    CardNameReminder,

    Veterans,
}

public static class OnboardingLines
{
    public static string StepOf(OnboardingLine line) => line switch
    {
        OnboardingLine.Welcome => "welcome",
        OnboardingLine.Rules => "rules",
        OnboardingLine.Introduction => "introduction",
        OnboardingLine.CardNameReminder => "card-name-reminder",
        OnboardingLine.Veterans => "veterans",
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The cause of the deliveries to a newcomer, <c>onboarding-{groupId}-{memberId}</c>. In the member id a hyphen is
    /// escaped as <c>~2d</c> and <c>~</c> as <c>~7e</c>, so that causes are unique.
    /// </summary>
    public static string CauseOf(string groupId, string memberId)
    {
        var member = memberId
            .Replace("~", "~7e", StringComparison.Ordinal)
            .Replace("-", "~2d", StringComparison.Ordinal);
        return $"onboarding-{groupId}-{member}";
    }

    /// <summary>
    /// The text of a line and its channel action; null for a member who left, a reminder to a member with a card name
    /// and an empty list of veterans.
    /// </summary>
    public static (ChannelAction Action, string Text)? Compose(
        OnboardingLine line,
        Group group,
        Member member,
        IReadOnlyList<Member> veterans,
        Phrasebook texts) => line switch
        {
            _ when !member.IsPresent => null,
            OnboardingLine.Welcome => (ChannelAction.SendToGroup, Welcome(group, member, texts)),
            OnboardingLine.Rules => (ChannelAction.SendToGroup, Rules(group, member, texts)),
            OnboardingLine.Introduction => (ChannelAction.SendToGroup, Introduction(group, member, texts)),
            OnboardingLine.CardNameReminder when member.HasCardName => null,
            OnboardingLine.CardNameReminder => (ChannelAction.SendToMember, CardNameReminder(group, member, texts)),
            OnboardingLine.Veterans when veterans.Count == 0 => null,
            OnboardingLine.Veterans => (ChannelAction.SendToGroup, Veterans(member, veterans, texts)),
            _ => throw new UnreachableException(),
        };

    /// <summary>The text of a line with its gaps: the group's own, or that of the product.</summary>
    public static string TemplateOf(OnboardingLine line, GroupTexts own, Phrasebook texts) => line switch
    {
        OnboardingLine.Welcome => own.Welcome ?? texts.Template("onboarding.welcome"),
        OnboardingLine.Rules => own.Rules ?? texts.Template("onboarding.rules"),
        OnboardingLine.Introduction => own.Introduction ?? texts.Template("onboarding.introduction"),
        OnboardingLine.CardNameReminder => own.CardNameReminder ?? texts.Template("onboarding.cardNameReminder"),
        OnboardingLine.Veterans => texts.Template("onboarding.veterans"),
        _ => throw new UnreachableException(),
    };

    static string Fill(
        OnboardingLine line,
        Group group,
        Phrasebook texts,
        params ReadOnlySpan<(string Placeholder, string Value)> values) =>
        Phrasebook.Fill(TemplateOf(line, group.Texts, texts), values);

    static string Welcome(Group group, Member member, Phrasebook texts) => Fill(
        OnboardingLine.Welcome,
        group,
        texts,
        ("member", member.Name),
        ("group", group.Name),
        ("service", group.Charter.Service),
        ("benefits", string.Join('、', group.Charter.Benefits)));

    static string Rules(Group group, Member member, Phrasebook texts) => Fill(
        OnboardingLine.Rules,
        group,
        texts,
        ("member", member.Name),
        ("group", group.Name),
        ("rules", NumberLines(group.Charter.Rules)));

    static string Introduction(Group group, Member member, Phrasebook texts) => Fill(
        OnboardingLine.Introduction, group, texts, ("member", member.Name), ("group", group.Name));

    static string CardNameReminder(Group group, Member member, Phrasebook texts) => Fill(
        OnboardingLine.CardNameReminder, group, texts, ("member", member.Name), ("group", group.Name));

    static string Veterans(Member member, IReadOnlyList<Member> veterans, Phrasebook texts)
    {
        var interests = veterans
            .SelectMany(veteran => IntroductionRules.SharedInterests(member, veteran))
            .Distinct(StringComparer.Ordinal);
        return texts.Format(
            "onboarding.veterans",
            ("member", member.Name),
            ("veterans", string.Join('、', veterans.Select(veteran => veteran.Name))),
            ("interests", string.Join('、', interests)));
    }

    static string NumberLines(IReadOnlyList<string> rules) =>
        string.Join('\n', rules.Select((rule, index) => $"{index + 1}. {rule}"));
}
