using Community.Groups;
using Community.Groups.Members;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;

namespace Community.Lifecycle.Onboarding;

/// <summary>
/// The greeting of a group as one text that the platform sends to each new member (入群欢迎语). The platform replaces
/// <see cref="Nickname"/> by the member's name.
/// </summary>
public static class WelcomeTemplate
{
    /// <summary>The placeholder of WeCom (developer.work.weixin.qq.com, 入群欢迎语素材管理).</summary>
    public const string Nickname = "%NICKNAME%";

    const string LineSeparator = "\n\n";

    /// <summary>
    /// The lines of the greeting that fit into <see cref="TextLimit.WelcomeBytes"/>: the welcome always, then the rules
    /// and the request of an introduction, each where it still fits.
    /// </summary>
    public static string Compose(Group group, Phrasebook texts)
    {
        var anyone = new Member(group.Id, "any", Nickname, JoinedAt: group.CreatedAt);
        return OnboardingTerms.GreetingOf(group.Kind)
            .Select(line => OnboardingLines.Compose(line, group, anyone, [], texts)!.Value.Text)
            .Aggregate(AppendWhereItFits);
    }

    static string AppendWhereItFits(string text, string line)
    {
        var longer = text + LineSeparator + line;
        return TextLimit.Fits(longer, TextLimit.WelcomeBytes) ? longer : text;
    }
}
