using System.Text;
using System.Text.RegularExpressions;
using Community.Acquisition.Posters;
using Community.Platform;

namespace Community.Content;

/// <summary>
/// What the placeholders of a text stand for. <paramref name="Link"/>, <paramref name="Product"/> and
/// <paramref name="Price"/> are null where there is none.
/// </summary>
public sealed record ContentValues(
    string Group, string Date, string? Link = null, string? Product = null, string? Price = null);

/// <summary>
/// Texts with <c>{group}</c>, <c>{date}</c>, <c>{link}</c>, <c>{product}</c> and <c>{price}</c>. Anything else in
/// braces on a line is a fault, so that members get no misspelled placeholder.
/// </summary>
public static partial class ContentTemplate
{
    const string Group = "group";
    const string Date = "date";
    const string Link = "link";
    const string Product = "product";
    const string Price = "price";

    // The limits of the fields that the values come from.
    const int MaxNameLength = 60;
    const long MaxPriceMinor = 100_000_000_00;

    static readonly string[] Names = [Group, Date, Link, Product, Price];

    // A character of three bytes, the most that one UTF-16 unit takes in UTF-8.
    static readonly string LongestName = new('群', MaxNameLength);

    // No price in another currency is longer: a point takes the place of a digit.
    static readonly string LongestPrice = PriceFormatter.Format(MaxPriceMinor, "JPY");

    /// <summary>
    /// The first placeholder that is not in the closed list, with its braces; null when there is none.
    /// </summary>
    public static string? FindUnknown(string text) => Placeholder().Matches(text)
        .FirstOrDefault(match => !Names.Contains(NameOf(match), StringComparer.Ordinal))?.Value;

    /// <summary>The closed list, for the refusal of another one.</summary>
    public static string Known { get; } = string.Join(", ", Names.Select(name => $"{{{name}}}"));

    public static bool HoldsLink(string text) => Holds(text, Link);

    /// <summary>True for a text that needs a product.</summary>
    public static bool HoldsProduct(string text) => Holds(text, Product) || Holds(text, Price);

    /// <summary>
    /// The text with its values; throws <see cref="KeyNotFoundException"/> for a placeholder without a value.
    /// </summary>
    public static string Fill(string text, ContentValues values)
    {
        var byName = ByName(values);
        return Placeholder().Replace(text, match => byName[NameOf(match)]);
    }

    /// <summary>
    /// The UTF-8 bytes of a text without unknown placeholders, filled in at its longest.
    /// <paramref name="product"/> is null when the product is chosen later.
    /// </summary>
    public static int LongestBytes(string text, string linkBase, ContentProduct? product) =>
        Encoding.UTF8.GetByteCount(Fill(text, Longest(linkBase, product)));

    static ContentValues Longest(string linkBase, ContentProduct? product) => new(
        LongestName,
        "12月31日",
        linkBase + new string('0', JoinCode.Length),
        product?.Name ?? LongestName,
        product is null ? LongestPrice : PriceFormatter.Format(product.PriceMinor, product.Currency));

    static Dictionary<string, string> ByName(ContentValues values)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Group] = values.Group,
            [Date] = values.Date,
        };
        if (values.Link is { } link) byName[Link] = link;
        if (values.Product is { } product) byName[Product] = product;
        if (values.Price is { } price) byName[Price] = price;
        return byName;
    }

    static bool Holds(string text, string name) => text.Contains($"{{{name}}}", StringComparison.Ordinal);

    static string NameOf(Match match) => match.Groups["name"].Value;

    [GeneratedRegex(@"\{(?<name>[^{}\n]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
