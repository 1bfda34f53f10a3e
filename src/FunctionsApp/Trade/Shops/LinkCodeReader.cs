using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Acquisition.Posters;
using Community.Selling.Links;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// Finds the code of a tracked link in the texts of an order. Other text is ignored, because buyers write it freely.
/// </summary>
public static partial class LinkCodeReader
{
    /// <summary>The code of the parameter in an address or a similar text; null without one.</summary>
    public static string? FindIn(string? text) =>
        text is { Length: > 0 } && Parameter().Match(text) is { Success: true } match
            ? match.Groups["code"].Value
            : null;

    /// <summary>The text when it is a code, otherwise null.</summary>
    public static string? Parse(string? text) => text is not null && JoinCode.IsWellFormed(text) ? text : null;

    /// <summary>
    /// The code in the first of the name-value pairs that has the name of the parameter; null without one. A leading
    /// underscore, which hides a pair from the buyer, is ignored.
    /// </summary>
    public static string? FindAmong(IEnumerable<JsonPart> pairs, string nameField)
    {
        foreach (var pair in pairs)
        {
            if (TextOf(pair, nameField)?.TrimStart('_') == TrackedLink.Parameter
                && Parse(TextOf(pair, "value")) is { } code)
                return code;
        }

        return null;
    }

    static string? TextOf(JsonPart pair, string field) =>
        pair.Find(field) is { Element.ValueKind: JsonValueKind.String } text ? text.Text(64) : null;

    [GeneratedRegex(
        "(?:^|[^0-9A-Za-z])lc[\"']?\\s*[=:：]\\s*[\"']?(?<code>[0-9a-z]{10})(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100)]
    private static partial Regex Parameter();
}
