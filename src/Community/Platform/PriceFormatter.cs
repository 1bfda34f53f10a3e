using System.Globalization;

namespace Community.Platform;

public static class PriceFormatter
{
    /// <summary><c>199元</c> or <c>199.50元</c>; other currencies with their code, <c>19.90 USD</c>.</summary>
    public static string Format(long minor, string currency)
    {
        var amount = Money.Major(minor, currency);
        var digits = decimal.IsInteger(amount) ? 0 : Money.DigitsOf(currency);
        var number = amount.ToString($"F{digits}", CultureInfo.InvariantCulture);
        return currency == "CNY" ? $"{number}元" : $"{number} {currency}";
    }
}
