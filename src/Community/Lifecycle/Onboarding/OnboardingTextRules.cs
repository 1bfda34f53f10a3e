using Community.Groups;
using Community.Groups.Members;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Lifecycle.Onboarding;

/// <summary>Checks that the lines made from a charter fit into one message, filled in at their longest.</summary>
public static class OnboardingTextRules
{
    static readonly (OnboardingLine Line, string Field)[] Lines =
        [(OnboardingLine.Welcome, "charter.benefits"), (OnboardingLine.Rules, "charter.rules")];

    /// <summary>
    /// The refusal of the field whose line is longer than <see cref="TextLimit.RobotBytes"/>; null when all fit.
    /// </summary>
    public static Refusal? Check(Group group, Phrasebook texts)
    {
        // No character of UTF-16 takes more than three bytes of UTF-8.
        var member = new Member(group.Id, "any", new string('群', NewcomerNames.MaxLength), JoinedAt: group.CreatedAt);
        foreach (var (line, field) in Lines)
        {
            var text = OnboardingLines.Compose(line, group, member, [], texts)!.Value.Text;
            if (!TextLimit.Fits(text, TextLimit.RobotBytes))
                return Refusal.Invalid(field, $"make a message of over {TextLimit.RobotBytes} bytes");
        }

        return null;
    }
}
