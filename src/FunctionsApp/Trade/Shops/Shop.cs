using System.Text;
using FunctionsApp.Platform.Webhooks;

namespace FunctionsApp.Trade.Shops;

/// <summary>The kinds of shop there are.</summary>
public enum ShopKind
{
    /// <summary>Shopify.</summary>
    Shopify,

    /// <summary>WooCommerce.</summary>
    WooCommerce,

    /// <summary>有赞.</summary>
    Youzan,

    /// <summary>Anything else, by the Standard Webhooks scheme.</summary>
    Standard,
}

/// <summary>A secret that a shop signs with. It never shows its key.</summary>
public sealed class ShopSecret
{
    readonly byte[] key;

    ShopSecret(byte[] key, WebhookSecret? standard) => (this.key, Standard) = (key, standard);

    /// <summary>The key.</summary>
    internal ReadOnlySpan<byte> Key => key;

    /// <summary>The same as a secret of the Standard Webhooks scheme; null in the other kinds of shop.</summary>
    internal WebhookSecret? Standard { get; }

    /// <summary>Reads a configured secret; throws <see cref="FormatException"/> that repeats nothing of it.</summary>
    public static ShopSecret Parse(ShopKind kind, string text) => new(Encoding.UTF8.GetBytes(text), kind is ShopKind.Standard ? WebhookSecret.Parse(text) : null);

    /// <inheritdoc />
    public override string ToString() => "***";
}

/// <summary>A shop that may tell of orders: its name in the address, how it speaks, and every secret that may sign now.</summary>
public sealed record Shop(string Name, ShopKind Kind, IReadOnlyList<ShopSecret> Secrets, string ClientId, IShopDialect Dialect);
