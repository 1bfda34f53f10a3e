using System.Text.RegularExpressions;
using Community.Acquisition.Posters;
using Community.Selling.Links;

namespace FunctionsApp.Trade.Shops;

/// <summary>Finds the code of a tracked link in what an order carries. Text that could be no code is passed over: a buyer may write anything.</summary>
public static partial class LinkCodeReader
{
    /// <summary>The parameter of an address, or of a note written like one; null when there is none.</summary>
    public static string? FindIn(string? text) => text is { Length: > 0 } && Written().Match(text) is { Success: true } match ? match.Groups["code"].Value : null;

    /// <summary>The text itself, where it is a code.</summary>
    public static string? Parse(string? text) => text is not null && JoinCode.IsWellFormed(text) ? text : null;

    /// <summary>The value of the first of such pairs that is named like the parameter; shops hide pairs from the buyer by a leading underscore.</summary>
    public static string? FindAmong(IEnumerable<JsonPart> pairs, string nameField)
    {
        foreach (var pair in pairs)
        {
            if (pair.Find(nameField) is { Element.ValueKind: System.Text.Json.JsonValueKind.String } name && name.Text(64).TrimStart('_') == TrackedLink.Parameter
                && pair.Find("value") is { Element.ValueKind: System.Text.Json.JsonValueKind.String } value && Parse(value.Text(64)) is { } code)
                return code;
        }

        return null;
    }

    [GeneratedRegex("(?:^|[^0-9A-Za-z])lc[\"']?\\s*[=:：]\\s*[\"']?(?<code>[0-9a-z]{10})(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Written();
}
