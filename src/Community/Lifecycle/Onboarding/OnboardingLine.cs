using System.Diagnostics;
using Community.Groups;
using Community.Groups.Members;
using Community.Messaging.Channels;
using Community.Platform.Texts;

namespace Community.Lifecycle.Onboarding;

/// <summary>What is said to a newcomer.</summary>
public enum OnboardingLine
{
    /// <summary>Welcome, with what the group offers.</summary>
    Welcome,

    /// <summary>The group's rules.</summary>
    Rules,

    /// <summary>Asks for the card name (群名片) and an introduction, with a template.</summary>
    Introduction,

    /// <summary>In private: the card name is still missing.</summary>
    CardNameReminder,

    /// <summary>Names veterans who share the newcomer's interests.</summary>
    Veterans,
}

/// <summary>The words of a line and the channel action that carries them; null where there is nothing to say.</summary>
public static class OnboardingLines
{
    /// <summary>The step's name in the ledger.</summary>
    public static string StepOf(OnboardingLine line) => line switch
    {
        OnboardingLine.Welcome => "welcome",
        OnboardingLine.Rules => "rules",
        OnboardingLine.Introduction => "introduction",
        OnboardingLine.CardNameReminder => "card-name-reminder",
        OnboardingLine.Veterans => "veterans",
        _ => throw new UnreachableException(),
    };

    /// <summary>Nothing is said to a member who has gone, no reminder to one with a card name, and no veterans where none share an interest.</summary>
    public static (ChannelAction To, string Text)? Compose(OnboardingLine line, Group group, Member member, IReadOnlyList<Member> veterans, Phrasebook texts) => line switch
    {
        _ when !member.IsPresent => null,
        OnboardingLine.Welcome => (ChannelAction.SendToGroup, texts.Format(
            "onboarding.welcome",
            ("member", member.Name),
            ("group", group.Name),
            ("service", group.Charter.Service),
            ("benefits", string.Join('、', group.Charter.Benefits)))),
        OnboardingLine.Rules => (ChannelAction.SendToGroup, texts.Format("onboarding.rules", ("member", member.Name), ("rules", Numbered(group.Charter.Rules)))),
        OnboardingLine.Introduction => (ChannelAction.SendToGroup, texts.Format("onboarding.introduction", ("member", member.Name))),
        OnboardingLine.CardNameReminder when member.HasCardName => null,
        OnboardingLine.CardNameReminder => (ChannelAction.SendToMember, texts.Format("onboarding.cardNameReminder", ("member", member.Name), ("group", group.Name))),
        OnboardingLine.Veterans when veterans.Count == 0 => null,
        OnboardingLine.Veterans => (ChannelAction.SendToGroup, texts.Format(
            "onboarding.veterans",
            ("member", member.Name),
            ("veterans", string.Join('、', veterans.Select(veteran => veteran.Name))),
            ("interests", string.Join('、', veterans.SelectMany(veteran => IntroductionRules.Shared(member, veteran)).Distinct(StringComparer.Ordinal))))),
        _ => throw new UnreachableException(),
    };

    static string Numbered(IReadOnlyList<string> rules) => string.Join('\n', rules.Select((rule, index) => $"{index + 1}. {rule}"));
}
