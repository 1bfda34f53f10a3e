using System.Security.Cryptography;
using System.Text;
using FunctionsApp.Platform.Webhooks;

namespace FunctionsApp.Trade.Shops;

public enum ShopKind
{
    Shopify,

    WooCommerce,

    /// <summary>有赞.</summary>
    Youzan,

    /// <summary>Any other shop, by the Standard Webhooks scheme.</summary>
    Standard,
}

/// <summary>A secret that a shop signs with. Its text never holds the key.</summary>
public sealed class ShopSecret
{
    readonly byte[] key;

    ShopSecret(byte[] key, WebhookSecret? standard) => (this.key, Standard) = (key, standard);

    /// <summary>True when both sign with the same key, however it is written.</summary>
    internal bool HasKeyOf(ShopSecret other) => CryptographicOperations.FixedTimeEquals(SigningKey, other.SigningKey);

    internal ReadOnlySpan<byte> Key => key;

    /// <summary>The secret in the Standard Webhooks scheme; null for other kinds of shop.</summary>
    internal WebhookSecret? Standard { get; }

    /// <summary>Parses a configured secret; throws <see cref="FormatException"/> without the content.</summary>
    public static ShopSecret Parse(ShopKind kind, string text) =>
        new(Encoding.UTF8.GetBytes(text), kind is ShopKind.Standard ? WebhookSecret.Parse(text) : null);

    /// <inheritdoc />
    public override string ToString() => "***";

    ReadOnlySpan<byte> SigningKey => Standard is null ? key : Standard.Key;
}

/// <summary>A configured shop. Its name is in the webhook address; each of its secrets may sign.</summary>
public sealed record Shop(
    string Name, ShopKind Kind, IReadOnlyList<ShopSecret> Secrets, string ClientId, IShopDialect Dialect)
{
    public bool SharesSecretWith(Shop other) =>
        Secrets.Any(secret => other.Secrets.Any(theirs => secret.HasKeyOf(theirs)));
}
