namespace Community.Platform;

/// <summary>
/// Amounts as shops write them (<c>"59.90"</c>), in the minor units that ISO 4217 gives each currency.
/// </summary>
public static class Money
{
    /// <summary>The largest amount of an order or refund, in minor units.</summary>
    public const long Max = 1_000_000_000_000;

    const int UsualDigits = 2;

    // ISO 4217, list one: the currencies whose minor unit is not a hundredth.
    static readonly Dictionary<string, int> Digits = new(StringComparer.Ordinal)
    {
        ["BIF"] = 0,
        ["CLP"] = 0,
        ["DJF"] = 0,
        ["GNF"] = 0,
        ["ISK"] = 0,
        ["JPY"] = 0,
        ["KMF"] = 0,
        ["KRW"] = 0,
        ["PYG"] = 0,
        ["RWF"] = 0,
        ["UGX"] = 0,
        ["UYI"] = 0,
        ["VND"] = 0,
        ["VUV"] = 0,
        ["XAF"] = 0,
        ["XOF"] = 0,
        ["XPF"] = 0,
        ["BHD"] = 3,
        ["IQD"] = 3,
        ["JOD"] = 3,
        ["KWD"] = 3,
        ["LYD"] = 3,
        ["OMR"] = 3,
        ["TND"] = 3,
    };

    /// <summary>True for three capital letters (ISO 4217).</summary>
    public static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    /// <summary>
    /// The amount in minor units, halves rounded away from zero; null when negative or above <see cref="Max"/>.
    /// </summary>
    public static long? Minor(decimal amount, string currency)
    {
        if (amount is < 0 or > Max) return null;
        var minor = decimal.Round(amount * Scale(currency), MidpointRounding.AwayFromZero);
        return minor <= Max ? (long)minor : null;
    }

    public static int DigitsOf(string currency) => Digits.GetValueOrDefault(currency, UsualDigits);

    public static decimal Major(long minor, string currency) => minor / Scale(currency);

    static decimal Scale(string currency) => DigitsOf(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
