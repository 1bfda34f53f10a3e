using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace FunctionsApp.Acquisition.Landing;

/// <summary>The landing page: plain HTML for a phone, without scripts and external resources.</summary>
public static class LandingPage
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The document; every text of the view is encoded.</summary>
    public static string Render(LandingView view) => view switch
    {
        LandingView.Open open => Document(
            open.GroupName, open.CampaignName, OpenGroupSections.Intro(open), OpenGroupSections.Sections(open)),
        LandingView.NotYetOpen soon => Document(soon.CampaignName, null, "", ClosedSections.NotYetOpen(soon.OpensAt)),
        LandingView.Full full => Document(full.CampaignName, null, "", ClosedSections.Full()),
        LandingView.Ended ended => Document(ended.CampaignName, null, "", ClosedSections.Ended()),
        _ => throw new UnreachableException(),
    };

    internal static string Encode(string text) => Encoder.Encode(text);

    static string Kicker(string? kicker) => string.IsNullOrEmpty(kicker) ? "" : $"<p>{Encode(kicker)}</p>";

    static string Document(string title, string? kicker, string intro, string sections) => $"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
        <meta name="robots" content="noindex">
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
}
