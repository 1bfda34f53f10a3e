using System.Text.RegularExpressions;

namespace Community.Selling.FlashSales;

/// <summary>
/// One offer of a sale (一波): when it is said, its text, and the page that the text's <c>{link}</c> leads to (null: a text without a link).
/// </summary>
public sealed partial record FlashWave(DateTimeOffset At, string Text, string? Url)
{
    /// <summary>What stands in a text for the tracked link.</summary>
    public const string Link = "{link}";

    /// <summary>The text with the link in its place.</summary>
    public string Render(string link) => Text.Replace(Link, link, StringComparison.Ordinal);

    /// <summary>What is wrong with the text's placeholders; null when nothing is.</summary>
    public static string? PlaceholderFault(string text, string? url) =>
        Placeholder().Matches(text).FirstOrDefault(match => match.Value != Link) is { } unknown ? $"holds {unknown.Value}; only {Link} is known."
        : text.Contains(Link, StringComparison.Ordinal) == (url is not null) ? null
        : url is null ? $"holds {Link}, and there is no url for it to lead to." : $"must hold {Link}, or nobody gets to the url.";

    /// <summary>The first wave whose instant is not within the sale or not after the one before, and why; null when all are.</summary>
    public static (int Index, string Reason)? InstantFault(IReadOnlyList<FlashWave> waves, DateTimeOffset opensAt, DateTimeOffset closesAt)
    {
        for (var i = 0; i < waves.Count; i++)
        {
            if (waves[i].At < opensAt) return (i, "must not be before opensAt.");
            if (waves[i].At >= closesAt) return (i, "must be before closesAt.");
            if (i > 0 && waves[i].At <= waves[i - 1].At) return (i, "must be after the wave before it.");
        }

        return null;
    }

    [GeneratedRegex(@"\{\w*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
