using System.Text.RegularExpressions;
using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// The shops of the settings <c>Shops__{shop}__Kind</c>, <c>__Secrets__0..n</c> and, for Youzan, <c>__ClientId</c>.
/// </summary>
public sealed partial class ShopRegistry
{
    readonly Dictionary<string, Shop> shops;

    /// <summary>
    /// Reads the settings; throws <see cref="SettingException"/> with the name of an invalid setting and
    /// without its value.
    /// </summary>
    public ShopRegistry(IConfiguration settings)
    {
        shops = settings.GetSection("Shops").GetChildren()
            .Select(Read)
            .ToDictionary(shop => shop.Name, StringComparer.Ordinal);
        ValidateSecrets();
    }

    /// <summary>The shops by name.</summary>
    public IReadOnlyList<Shop> All => [.. shops.Values.OrderBy(shop => shop.Name, StringComparer.Ordinal)];

    /// <summary>The shop; null for an unknown name.</summary>
    public Shop? Find(string name) => shops.GetValueOrDefault(name);

    // A message that is posted to two shops with one secret is genuine for both and would count twice.
    void ValidateSecrets()
    {
        var ordered = All;
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered.Skip(i + 1).FirstOrDefault(other => other.SharesSecretWith(ordered[i])) is { } other)
                throw new InvalidOperationException(
                    $"Shops__{ordered[i].Name}__Secrets and Shops__{other.Name}__Secrets share a secret; "
                    + "each shop needs secrets of its own.");
        }
    }

    static Shop Read(IConfigurationSection section)
    {
        var name = section.Key;
        if (!Name().IsMatch(name))
            throw new SettingException(section.Path, "is invalid: a shop's name is 1 to 40 of a-z, 0-9 and -.");
        if (!Enum.TryParse<ShopKind>(section["Kind"], out var kind) || !Enum.IsDefined(kind))
            throw new SettingException(
                $"{section.Path}:Kind", $"must be one of {string.Join(", ", Enum.GetNames<ShopKind>())}.");
        var secrets = section.GetSection("Secrets").GetChildren()
            .Where(secret => !string.IsNullOrEmpty(secret.Value))
            .Select(secret => Secret(kind, secret))
            .ToList();
        if (secrets.Count == 0) throw new SettingException($"{section.Path}:Secrets:0", "is not set.");
        var clientId = section["ClientId"] ?? "";
        if (kind is ShopKind.Youzan && clientId.Length == 0)
            throw new SettingException($"{section.Path}:ClientId", "is not set.");
        return new Shop(name, kind, secrets, clientId, DialectOf(kind));
    }

    static ShopSecret Secret(ShopKind kind, IConfigurationSection secret)
    {
        try
        {
            return ShopSecret.Parse(kind, secret.Value!);
        }
        catch (FormatException failure)
        {
            throw new SettingException(secret.Path, $"is invalid: {failure.Message}");
        }
    }

    static IShopDialect DialectOf(ShopKind kind) => kind switch
    {
        ShopKind.Shopify => new ShopifyDialect(),
        ShopKind.WooCommerce => new WooCommerceDialect(),
        ShopKind.Youzan => new YouzanDialect(),
        _ => new StandardDialect(),
    };

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
