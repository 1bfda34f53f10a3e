using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace FunctionsApp.Acquisition.Landing;

/// <summary>A page that members see: plain HTML for a phone, without scripts and, but for the platform's
/// codes, external resources.</summary>
static class PublicPage
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>
    /// The document; <paramref name="title"/> and <paramref name="kicker"/> are encoded, <paramref name="intro"/> and
    /// <paramref name="sections"/> are HTML. The page reloads itself after <paramref name="reloadsAfter"/>.
    /// </summary>
    public static string Render(
        string title, string? kicker, string intro, string sections, TimeSpan? reloadsAfter = null) => $"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
        <meta name="robots" content="noindex">{Reload(reloadsAfter)}
        <title>{Encode(title)}</title>
        <style>{LandingStyle.Css}</style>
        </head>
        <body>
        <header>{Kicker(kicker)}<h1>{Encode(title)}</h1>{intro}</header>
        <main>
        {sections}
        </main>
        </body>
        </html>
        """;

    public static string Encode(string text) => Encoder.Encode(text);

    static string Reload(TimeSpan? after) => after is { } pause
        ? string.Create(
            CultureInfo.InvariantCulture, $"<meta http-equiv=\"refresh\" content=\"{pause.TotalSeconds:F0}\">")
        : "";

    static string Kicker(string? kicker) => string.IsNullOrEmpty(kicker) ? "" : $"<p>{Encode(kicker)}</p>";
}
