using Community.Care.SuperUsers;
using Community.Groups;
using Community.Platform.Texts;
using FunctionsApp.Acquisition.Landing;
using static FunctionsApp.Acquisition.Landing.PublicPage;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>The criteria of a group of super users as a page. It shows no member, count or score.</summary>
static class SuperUserCriteriaPage
{
    public static string Render(SuperUserCriteria criteria, Group group) => PublicPage.Render(
        group.Name,
        Text("kicker"),
        "",
        List("rules", criteria.Rules.Select(rule => SuperUserTexts.Of(rule, criteria.Currency)))
            + List("benefits", criteria.Benefits)
            + Notes());

    static string List(string name, IEnumerable<string> items) => $"""
        <section>
        <h2>{Text(name)}</h2>
        <ul>{string.Concat(items.Select(item => $"<li>{Encode(item)}</li>"))}</ul>
        </section>

        """;

    static string Notes() => $"""
        <section>
        <h2>{Text("notes")}</h2>
        <p>{Text("review")}</p>
        </section>
        """;

    static string Text(string name) => Phrasebook.Chinese.Template($"superUser.page.{name}");
}
