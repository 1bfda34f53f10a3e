using System.Text.RegularExpressions;

namespace Community.Care.Violations;

/// <summary>What shows that a message is an advertisement.</summary>
public enum AdvertisementSign
{
    /// <summary>A link to another site than those of the brand.</summary>
    Link,

    /// <summary>A phrase of <see cref="AdvertisementVocabulary"/>.</summary>
    Phrase,

    /// <summary>A QR code in a picture, where the channel tells.</summary>
    QrCode,
}

/// <summary>Which messages count as advertisements. A person looks at each before anything follows.</summary>
public static partial class AdvertisementRules
{
    /// <summary>
    /// The first sign in the message; null for none. <paramref name="isOwnLink"/> is true for the address of a site of
    /// the brand.
    /// </summary>
    public static AdvertisementSign? Find(
        string text, bool hasQrCode, Func<string, bool> isOwnLink, AdvertisementVocabulary vocabulary)
    {
        if (hasQrCode) return AdvertisementSign.QrCode;
        if (LinksIn(text).Any(link => !isOwnLink(link))) return AdvertisementSign.Link;
        return vocabulary.Phrases.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            ? AdvertisementSign.Phrase
            : null;
    }

    // An address inside another is one of its own, so that no foreign link hides behind an own one.
    static IEnumerable<string> LinksIn(string text) =>
        from match in Link().Matches(Scheme().Replace(text, " $0"))
        let link = match.Value.TrimEnd(MarksAfterLink)
        select link.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"https://{link}" : link;

    static readonly char[] MarksAfterLink = [.. ".,:;!?'*()[]"];

    [GeneratedRegex("https?://", Options)]
    private static partial Regex Scheme();

    // An address ends before Chinese text, which follows it without a space.
    [GeneratedRegex(@"(https?://|www\.)[a-z0-9\-._~:/?#@!$&'()*+,;=%\[\]]+", Options)]
    private static partial Regex Link();

    const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
        | RegexOptions.NonBacktracking;
}
