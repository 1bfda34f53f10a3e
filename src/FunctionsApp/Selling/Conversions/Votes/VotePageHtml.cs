using Community.Selling.Conversions;
using FunctionsApp.Acquisition.Landing;
using static FunctionsApp.Acquisition.Landing.PublicPage;

namespace FunctionsApp.Selling.Conversions.Votes;

/// <summary>The poll as a page without scripts: a button for each option.</summary>
static class VotePageHtml
{
    const string Kicker = "群里的小投票";
    const string Hint = "点一下就投好了，截止前可以改。不记名。";
    const string Thanks = "已收到你的选择，截止前可以改。";
    const string Ended = "投票已经结束，谢谢参与。";

    public static string Render(ConversionTerms terms, int? chosen) => PublicPage.Render(
        ConversionTexts.Topic(terms),
        Kicker,
        "",
        $"""
        <section class="vote">
        <p role="status">{(chosen is null ? Hint : Thanks)}</p>
        <form method="post">
        {string.Concat(terms.WarmUp.Poll.Select((option, index) => Button(option, index + 1, chosen)))}
        </form>
        </section>
        """);

    public static string RenderEnded(ConversionTerms terms) => PublicPage.Render(
        ConversionTexts.Topic(terms), Kicker, "", $"<section class=\"state\"><p>{Ended}</p></section>");

    static string Button(string option, int number, int? chosen)
    {
        var pressed = chosen == number ? "true" : "false";
        return $"""
            <button type="submit" name="option" value="{number}" aria-pressed="{pressed}">{Encode(option)}</button>
            """;
    }
}
