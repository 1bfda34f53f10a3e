using System.Text.RegularExpressions;

namespace Community.Selling.FlashSales;

/// <summary>一波: one message of a sale, with the page behind <c>{link}</c> or without a link.</summary>
public sealed partial record FlashWave(DateTimeOffset At, string Text, string? Url)
{
    public const string Link = "{link}";

    public string Render(string link) => Text.Replace(Link, link, StringComparison.Ordinal);

    public static string? PlaceholderFault(string text, string? url)
    {
        if (Placeholder().Matches(text).FirstOrDefault(match => match.Value != Link) is { } unknown)
            return $"holds {unknown.Value}; only {Link} is known.";
        return (text.Contains(Link, StringComparison.Ordinal), url) switch
        {
            (true, null) => $"holds {Link}, and there is no url for it to lead to.",
            (false, not null) => $"must hold {Link}, or nobody gets to the url.",
            _ => null,
        };
    }

    /// <summary>The first wave outside the sale or not after the wave before it; null when there is none.</summary>
    public static (int Index, string Reason)? InstantFault(
        IReadOnlyList<FlashWave> waves, DateTimeOffset opensAt, DateTimeOffset closesAt)
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
