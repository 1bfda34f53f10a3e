using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Platform.QrCodes;
using static FunctionsApp.Acquisition.Landing.PublicPage;

namespace FunctionsApp.Acquisition.Landing;

/// <summary>The sections of the landing page for a group that takes members.</summary>
static class OpenGroupSections
{
    public static string Intro(LandingView.Open open) =>
        open.Intro.Length == 0 ? "" : $"""<p class="intro">{Encode(open.Intro)}</p>""";

    public static string Sections(LandingView.Open open) =>
        Join(open.JoinUrl, open.QrCodeUrl)
        + List("ul", LandingTexts.Benefits, open.Benefits)
        + List("ol", LandingTexts.Rules, open.Rules);

    // WeChat recognises a long-pressed code only in an <img>, so a code of ours is an embedded picture.
    static string Join(string joinUrl, string? qrCodeUrl) => $"""
        <section class="join">
        <img alt="{LandingTexts.QrAlternative}" referrerpolicy="no-referrer" src="{Source(joinUrl, qrCodeUrl)}">
        <p>{LandingTexts.LongPress}</p>
        {(IsLink(joinUrl) ? $"""<a href="{Encode(joinUrl)}">{LandingTexts.Join}</a>""" : "")}
        </section>

        """;

    static string Source(string joinUrl, string? qrCodeUrl) => qrCodeUrl is { } address && IsSecure(address)
        ? Encode(address)
        : $"data:image/png;base64,{Convert.ToBase64String(Code(joinUrl))}";

    static bool IsSecure(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https";

    static byte[] Code(string joinUrl) => QrSymbol.Encode(joinUrl).Png(480, new(0, 0, 0), PosterPalette.Paper);

    // Encoding does not make javascript: safe in a link, so only these schemes become links.
    static bool IsLink(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "weixin";

    static string List(string element, string heading, IReadOnlyList<string> items) => items.Count == 0 ? "" : $"""
        <section>
        <h2>{heading}</h2>
        <{element}>{string.Concat(items.Select(item => $"<li>{Encode(item)}</li>"))}</{element}>
        </section>

        """;
}
