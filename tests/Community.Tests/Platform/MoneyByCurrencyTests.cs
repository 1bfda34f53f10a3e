using System.Text.Json;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Platform;

public class MoneyByCurrencyTests
{
    static Gen<(string Currency, long Minor)> Amounts =>
        from currency in Gen.Elements("CNY", "CNY", "JPY", "USD")
        from minor in Gen.Choose(-500, 500)
        select (currency, (long)minor);

    [Theory]
    [Seeds(1, 20261126)]
    public void Sum_of_each_currency_is_its_own(ulong seed) =>
        Property.CheckSequences(seed, Amounts, amounts =>
        {
            var sum = amounts.Aggregate(MoneyByCurrency.None, (sum, amount) => sum.Add(amount.Minor, amount.Currency));

            var expected = amounts
                .GroupBy(amount => amount.Currency, StringComparer.Ordinal)
                .Select(same => KeyValuePair.Create(same.Key, same.Sum(amount => amount.Minor)))
                .Where(amount => amount.Value != 0)
                .OrderBy(amount => amount.Key, StringComparer.Ordinal);
            Assert.Equal(expected, sum.Amounts);
            Assert.Equal(sum.Amounts.Count > 1 ? null : sum.Amounts.Values.Sum(), sum.Single);
            Assert.Equal(MoneyByCurrency.None, sum.Subtract(sum));
            Assert.Equal(sum, JsonSerializer.Deserialize<MoneyByCurrency>(JsonSerializer.Serialize(sum)));
        });

    [Fact]
    public void Amounts_are_an_object_as_json() =>
        Assert.Equal(
            """{"CNY":1000,"JPY":5000}""",
            JsonSerializer.Serialize(MoneyByCurrency.Of(5_000, "JPY").Add(1_000, "CNY")));
}
