using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Acquisition.Posters;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Selling.Conversions;

/// <summary>
/// What a conversion says. Texts hold <c>{product}</c>, <c>{price}</c>, <c>{quantity}</c> where there is one, and <c>{link}</c> where it is known; copy
/// that does not say where the link goes has it on a line of its own.
/// </summary>
public static partial class ConversionTexts
{
    const string Link = "link";
    const string LinkPlace = $"{{{Link}}}";

    /// <summary>The topic and the numbered poll.</summary>
    public static string WarmUp(ConversionTerms terms)
    {
        var topic = Fill(terms.WarmUp.Topic, terms, null);
        if (terms.WarmUp.Poll.Count == 0) return topic;
        var options = string.Join('\n', terms.WarmUp.Poll.Select((option, index) => FormattableString.Invariant($"{index + 1}. {option}")));
        return Phrasebook.Chinese.Format("conversion.poll", ("topic", topic), ("options", options));
    }

    /// <summary>The words around the link.</summary>
    public static string Copy(ConversionTerms terms, InterestLevel level, string link) => Fill(Template(terms, level), terms, link);

    /// <summary>The reminder before the end.</summary>
    public static string LastCall(ConversionTerms terms, string link) => Fill(terms.LastCall!, terms, link);

    /// <summary>The last words.</summary>
    public static string Closing(ConversionTerms terms) => Fill(terms.Closing, terms, null);

    /// <summary>What is wrong with the texts, so that nothing fails on the day: unknown placeholders, and texts too long for a group robot when filled.</summary>
    public static IReadOnlyList<(string Field, string Reason)> Faults(ConversionTerms terms, string linkBase)
    {
        var link = linkBase + new string('0', JoinCode.Length);
        return
        [
            .. FaultsOf("warmUp.topic", terms.WarmUp.Topic, terms, null, () => WarmUp(terms)),
            .. Enum.GetValues<InterestLevel>().SelectMany(level => FaultsOf(
                $"copy.{JsonNamingPolicy.CamelCase.ConvertName(level.ToString())}", Template(terms, level), terms, link, () => Copy(terms, level, link))),
            .. terms.LastCall is { } lastCall ? FaultsOf("lastCall", lastCall, terms, link, () => LastCall(terms, link)) : [],
            .. FaultsOf("closing", terms.Closing, terms, null, () => Closing(terms)),
        ];
    }

    static IEnumerable<(string Field, string Reason)> FaultsOf(string field, string template, ConversionTerms terms, string? link, Func<string> filled)
    {
        var known = Values(terms, link).Keys;
        if (Placeholder().Matches(template).Select(match => match.Groups["name"].Value).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            yield return (field, $"cannot say {{{unknown}}}; it can say {string.Join(", ", known.Select(name => $"{{{name}}}"))}.");
        else if (!TextLimit.Fits(filled(), TextLimit.RobotBytes)) yield return (field, $"is longer than {TextLimit.RobotBytes} bytes of UTF-8 when it is filled in.");
    }

    static string Template(ConversionTerms terms, InterestLevel level)
    {
        var words = terms.Copy.ForLevel(level) ?? Phrasebook.Chinese.Template($"conversion.copy.{terms.Drive}.{level}");
        return words.Contains(LinkPlace, StringComparison.Ordinal) ? words : $"{words}\n{LinkPlace}";
    }

    static string Fill(string template, ConversionTerms terms, string? link)
    {
        var values = Values(terms, link);
        return Placeholder().Replace(template, match => values[match.Groups["name"].Value]);
    }

    static Dictionary<string, string> Values(ConversionTerms terms, string? link)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["product"] = terms.Product.Name,
            ["price"] = PriceFormatter.Format(terms.Product.PriceMinor, terms.Product.Currency),
        };
        if (terms.Product.Quantity is { } quantity) values["quantity"] = FormattableString.Invariant($"{quantity}");
        if (link is not null) values[Link] = link;
        return values;
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
