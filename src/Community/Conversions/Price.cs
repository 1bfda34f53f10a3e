using System.Globalization;

namespace Community.Conversions;

/// <summary>Money as members read it.</summary>
public static class Price
{
    const int Decimals = 2;

    // ISO 4217 currencies without a minor unit.
    static readonly HashSet<string> Whole = new(["JPY", "KRW", "VND", "CLP", "ISK", "UGX", "XAF", "XOF", "PYG", "RWF"], StringComparer.Ordinal);

    /// <summary><c>199元</c> or <c>199.50元</c>; other currencies by their code, <c>19.90 USD</c>.</summary>
    public static string Write(long minor, string currency)
    {
        var amount = Whole.Contains(currency) ? minor : minor / 100m;
        var digits = decimal.IsInteger(amount) ? 0 : Decimals;
        var number = amount.ToString($"F{digits}", CultureInfo.InvariantCulture);
        return currency == "CNY" ? $"{number}元" : $"{number} {currency}";
    }
}
