using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Acquisition.Posters;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Selling.Conversions;

/// <summary>
/// The messages of a conversion. Placeholders are <c>{product}</c>, <c>{price}</c>, <c>{quantity}</c> for a limited
/// quantity, and <c>{link}</c> in copy and last call. Copy without <c>{link}</c> gets the link on a line of its own.
/// </summary>
public static partial class ConversionTexts
{
    const string Link = "link";
    const string LinkPlaceholder = $"{{{Link}}}";

    /// <summary>
    /// The topic with its poll. Members vote by the number of an option, or on the page <paramref name="voteLink"/>
    /// where the platform does not tell what they say.
    /// </summary>
    public static string WarmUp(ConversionTerms terms, string? voteLink = null)
    {
        var topic = Topic(terms);
        if (terms.WarmUp.Poll.Count == 0) return topic;
        var numbered = terms.WarmUp.Poll.Select(
            (option, index) => FormattableString.Invariant($"{index + 1}. {option}"));
        var options = string.Join('\n', numbered);
        return voteLink is null
            ? Phrasebook.Chinese.Format("conversion.poll", ("topic", topic), ("options", options))
            : Phrasebook.Chinese.Format(
                "conversion.pollPage", ("topic", topic), ("options", options), (Link, voteLink));
    }

    /// <summary>The topic of the warm-up, filled in.</summary>
    public static string Topic(ConversionTerms terms) => Fill(terms.WarmUp.Topic, terms, null);

    public static string Copy(ConversionTerms terms, InterestLevel level, string link) =>
        Fill(Template(terms, level), terms, link);

    public static string LastCall(ConversionTerms terms, string link) => Fill(terms.LastCall!, terms, link);

    public static string Closing(ConversionTerms terms) => Fill(terms.Closing, terms, null);

    /// <summary>Unknown placeholders, and texts that exceed the size limit of a group robot when filled in.</summary>
    public static IReadOnlyList<(string Field, string Reason)> Faults(ConversionTerms terms, string linkBase)
    {
        var link = linkBase + new string('0', JoinCode.Length);
        return
        [
            .. Faults("warmUp.topic", terms.WarmUp.Topic, terms, null, () => WarmUp(terms, link)),
            .. Enum.GetValues<InterestLevel>().SelectMany(level => CopyFaults(level, terms, link)),
            .. terms.LastCall is { } lastCall
                ? Faults("lastCall", lastCall, terms, link, () => LastCall(terms, link))
                : [],
            .. Faults("closing", terms.Closing, terms, null, () => Closing(terms)),
        ];
    }

    static IEnumerable<(string Field, string Reason)> CopyFaults(
        InterestLevel level, ConversionTerms terms, string link)
    {
        var field = $"copy.{JsonNamingPolicy.CamelCase.ConvertName(level.ToString())}";
        return Faults(field, Template(terms, level), terms, link, () => Copy(terms, level, link));
    }

    static IEnumerable<(string Field, string Reason)> Faults(
        string field, string template, ConversionTerms terms, string? link, Func<string> fill)
    {
        var known = Values(terms, link).Keys;
        var names = Placeholder().Matches(template).Select(match => match.Groups["name"].Value);
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            var allowed = string.Join(", ", known.Select(name => $"{{{name}}}"));
            yield return (field, $"cannot say {{{unknown}}}; it can say {allowed}.");
        }
        else if (!TextLimit.Fits(fill(), TextLimit.RobotBytes))
        {
            yield return (field, $"is longer than {TextLimit.RobotBytes} bytes of UTF-8 when it is filled in.");
        }
    }

    static string Template(ConversionTerms terms, InterestLevel level)
    {
        var phrase = $"conversion.copy.{terms.Drive}.{level}";
        var copy = terms.Copy.ForLevel(level) ?? Phrasebook.Chinese.Template(phrase);
        return copy.Contains(LinkPlaceholder, StringComparison.Ordinal) ? copy : $"{copy}\n{LinkPlaceholder}";
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
