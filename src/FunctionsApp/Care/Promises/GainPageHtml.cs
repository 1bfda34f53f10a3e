using Community.Care.Promises;
using FunctionsApp.Acquisition.Landing;

namespace FunctionsApp.Care.Promises;

/// <summary>The question for the gain of a unit as a page without scripts: a button for each score.</summary>
static class GainPageHtml
{
    const string Kicker = "学完这一节，收获大吗？";
    const string Hint = "点一下就好，7 天内可以改。不记名。";
    const string Thanks = "已收到，谢谢你！7 天内可以改。";
    const string Ended = "这一节的收集已经结束，谢谢参与。";

    // The best first.
    static readonly (int Score, string Label)[] Scores =
        [(5, "收获很大"), (4, "有收获"), (3, "一般"), (2, "收获不大"), (1, "没有收获")];

    public static string Render(PromisedUnit unit, int? chosen) => PublicPage.Render(
        unit.Title,
        Kicker,
        "",
        $"""
        <section class="vote">
        <p role="status">{(chosen is null ? Hint : Thanks)}</p>
        <form method="post">
        {string.Concat(Scores.Select(option => Button(option.Score, option.Label, chosen)))}
        </form>
        </section>
        """);

    public static string RenderEnded(PromisedUnit unit) => PublicPage.Render(
        unit.Title, Kicker, "", $"<section class=\"state\"><p>{Ended}</p></section>");

    static string Button(int score, string label, int? chosen)
    {
        var pressed = chosen == score ? "true" : "false";
        return $"""
            <button type="submit" name="score" value="{score}" aria-pressed="{pressed}">{label}</button>
            """;
    }
}
