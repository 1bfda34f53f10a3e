using System.Globalization;
using Community.Groups;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Care.SuperUsers;

/// <summary>What people read about a group of super users, in Chinese.</summary>
public static class SuperUserTexts
{
    static readonly Phrasebook Texts = Phrasebook.Chinese;

    /// <summary>Such as <c>累计消费满 500元</c>.</summary>
    public static string Of(SuperUserRule rule, string currency) => Texts.Format(
        $"superUser.rule.{rule.Figure}",
        ("count", rule.Figure is SuperUserFigure.SpentMinor
            ? PriceFormatter.Format(rule.AtLeast, currency)
            : rule.AtLeast.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The message that a staff member sends to a person, with conditions and privileges.</summary>
    /// <param name="criteria">What is asked for and given.</param>
    /// <param name="group">A group with a join link.</param>
    /// <param name="page">The address of the page with the criteria.</param>
    public static string Invitation(SuperUserCriteria criteria, Group group, string page) => Texts.Format(
        "superUser.invitation",
        ("group", group.Name),
        ("rules", Lines(criteria.Rules.Select(rule => Of(rule, criteria.Currency)))),
        ("benefits", Lines(criteria.Benefits)),
        ("page", page),
        ("joinUrl", group.JoinUrl!));

    /// <summary>The script of the welcome: the host, the person, the privileges.</summary>
    public static string Welcome(SuperUserCriteria criteria, Group group, string name) => Texts.Format(
        "superUser.welcome",
        ("group", group.Name),
        ("member", name),
        ("benefits", string.Join(Texts.Template("superUser.separator"), criteria.Benefits)));

    static string Lines(IEnumerable<string> items) => string.Join('\n', items.Select(item => $"· {item}"));
}
