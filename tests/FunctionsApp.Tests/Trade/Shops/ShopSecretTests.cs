using FunctionsApp.Trade.Shops;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Tests.Trade.Shops;

public sealed class ShopSecretTests
{
    const string Standard = "whsec_YSBzaG9wJ3Mgb3duIHNlY3JldCwgbG9uZyBlbm91Z2g=";
    const string KeyOfStandard = "a shop's own secret, long enough";

    [Theory]
    [InlineData("Shopify", "the same secret", "Shopify", "the same secret")]
    [InlineData("Shopify", "the same secret", "WooCommerce", "the same secret")]
    [InlineData("Standard", Standard, "Standard", Standard)]
    [InlineData("Standard", Standard, "Shopify", KeyOfStandard)]
    public void Two_shops_that_share_a_secret_are_refused_by_name(
        string kind, string secret, string otherKind, string otherSecret)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Registry(
            ("tea:Kind", kind),
            ("tea:Secrets:0", kind == "Standard" ? "whsec_" + Convert.ToBase64String(new byte[32]) : "another secret"),
            ("tea:Secrets:1", secret),
            ("cups:Kind", otherKind),
            ("cups:Secrets:0", otherSecret)));

        Assert.Contains("Shops__tea__", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Shops__cups__", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(otherSecret, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_shop_may_name_a_secret_twice_and_shops_with_secrets_of_their_own_start()
    {
        var shops = Registry(
            ("tea:Kind", "Shopify"),
            ("tea:Secrets:0", "one"),
            ("tea:Secrets:1", "one"),
            ("cups:Kind", "Shopify"),
            ("cups:Secrets:0", "other"));

        Assert.NotNull(shops.Find("tea"));
        Assert.NotNull(shops.Find("cups"));
    }

    static ShopRegistry Registry(params (string Name, string Value)[] settings) => new(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting =>
                KeyValuePair.Create($"Shops:{setting.Name}", (string?)setting.Value)))
            .Build());
}
