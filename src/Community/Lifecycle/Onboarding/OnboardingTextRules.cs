using Community.Groups;
using Community.Groups.Members;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Lifecycle.Onboarding;

/// <summary>
/// Checks that the lines made from a charter fit into one message, filled in at their longest, and that a group's own
/// texts hold no gap that nothing fills.
/// </summary>
public static class OnboardingTextRules
{
    static readonly OwnText[] OwnTexts =
    [
        new(
            OnboardingLine.Welcome,
            "texts.welcome",
            texts => texts.Welcome,
            ["member", "group", "service", "benefits"]),
        new(OnboardingLine.Rules, "texts.rules", texts => texts.Rules, ["member", "group", "rules"], Needed: "rules"),
        new(OnboardingLine.Introduction, "texts.introduction", texts => texts.Introduction, ["member", "group"]),
        new(
            OnboardingLine.CardNameReminder,
            "texts.cardNameReminder",
            texts => texts.CardNameReminder,
            ["member", "group"]),
    ];

    /// <summary>The refusal of the first field whose line cannot be sent as it is; null when all can.</summary>
    public static Refusal? Check(Group group, Phrasebook texts) =>
        OwnTexts.Select(own => GapFault(own, group.Texts)).FirstOrDefault(fault => fault is not null)
        ?? OwnTexts.Select(own => SizeFault(own, group, texts)).FirstOrDefault(fault => fault is not null);

    static Refusal? GapFault(OwnText own, GroupTexts texts)
    {
        if (own.Of(texts) is not { } text) return null;
        var gaps = Phrasebook.PlaceholdersOf(text);
        if (gaps.FirstOrDefault(gap => !own.Gaps.Contains(gap)) is { } unknown)
        {
            var known = string.Join(", ", own.Gaps.Select(gap => $"{{{gap}}}"));
            return Refusal.Invalid(own.Field, $"must not hold {{{unknown}}}: only {known} are filled in.");
        }

        return own.Needed is { } needed && !gaps.Contains(needed)
            ? Refusal.Invalid(own.Field, $"must hold {{{needed}}}.")
            : null;
    }

    static Refusal? SizeFault(OwnText own, Group group, Phrasebook texts)
    {
        // No character of UTF-16 takes more than three bytes of UTF-8.
        var member = new Member(group.Id, "any", new string('群', NewcomerNames.MaxLength), JoinedAt: group.CreatedAt);
        var text = OnboardingLines.Compose(own.Line, group, member, [], texts)!.Value.Text;
        return TextLimit.Fits(text, TextLimit.RobotBytes)
            ? null
            : Refusal.Invalid(FieldOf(own, group), $"make a message of over {TextLimit.RobotBytes} bytes");
    }

    // The product's texts are short, so it is the charter that is long.
    static string FieldOf(OwnText own, Group group) => own.Of(group.Texts) is not null
        ? own.Field
        : own.Line is OnboardingLine.Rules ? "charter.rules" : "charter.benefits";

    sealed record OwnText(
        OnboardingLine Line,
        string Field,
        Func<GroupTexts, string?> Of,
        IReadOnlyList<string> Gaps,
        string? Needed = null);
}
