using System.Globalization;
using Community.Platform;

namespace Community.Tests.Platform;

public class MoneyTests
{
    [Theory]
    [InlineData("59.90", "CNY", 5_990L)]
    [InlineData("1000", "JPY", 1_000L)]
    [InlineData("1.234", "KWD", 1_234L)]
    [InlineData("0.005", "USD", 1L)]
    [InlineData("0", "USD", 0L)]
    [InlineData("-0.01", "USD", null)]
    [InlineData("10000000000000", "USD", null)]
    public void Amount_has_the_minor_units_of_its_currency(string amount, string currency, long? minor) =>
        Assert.Equal(minor, Money.Minor(decimal.Parse(amount, CultureInfo.InvariantCulture), currency));

    [Theory]
    [InlineData("CNY", true)]
    [InlineData("cny", false)]
    [InlineData("RMB1", false)]
    [InlineData("", false)]
    public void Currency_is_three_capital_letters(string text, bool expected) =>
        Assert.Equal(expected, Money.IsCurrency(text));
}
