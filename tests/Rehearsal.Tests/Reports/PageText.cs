using System.Net;
using System.Text.RegularExpressions;

namespace Rehearsal.Tests.Reports;

/// <summary>What a test reads of a page.</summary>
static partial class PageText
{
    const int Timeout = 1000;

    public static int Count(string page, string part) => page.Split(part).Length - 1;

    public static IEnumerable<string> SectionsOf(string page) =>
        Sections().Matches(page).Select(section => section.Groups["id"].Value);

    public static string MarkupOf(string page) =>
        string.Concat(Tags().Matches(page).Select(tag => Attributes().Replace(tag.Value, "=\"\"")));

    public static string TextOf(string page) =>
        WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(page, " "), " "));

    [GeneratedRegex("href=\"(?<to>[^\"]*)\"", RegexOptions.None, Timeout)]
    public static partial Regex Addresses();

    [GeneratedRegex("<section id=\"(?<id>[a-z]+)\"><h2>", RegexOptions.None, Timeout)]
    private static partial Regex Sections();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, Timeout)]
    private static partial Regex Tags();

    [GeneratedRegex("=\"[^\"]*\"", RegexOptions.None, Timeout)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\s+", RegexOptions.None, Timeout)]
    private static partial Regex Spaces();

    [GeneratedRegex("role=\"img\"[^>]*>\\s*<title>[^<]", RegexOptions.None, Timeout)]
    public static partial Regex PicturesWithTitle();

    [GeneratedRegex("<h[1-6]>", RegexOptions.None, Timeout)]
    public static partial Regex Headings();
}
