namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>
/// The app with a shop of each kind, and a group for new buyers whose first order costs at most 20 yuan.
/// </summary>
public sealed class ShopHost() : AppHost(Setup)
{
    public const string NewBuyerGroup = "new-buyers";

    static AppHostSetup Setup => new()
    {
        Settings = new Dictionary<string, string?>(ShopSigner.Settings, StringComparer.Ordinal)
        {
            ["NewBuyer:GroupId"] = NewBuyerGroup,
            ["NewBuyer:MostMinor"] = "2000",
            ["AllowedLinkHosts"] = "shop.example.com",
        },
    };
}
