using System.Security.Cryptography;
using System.Text;

namespace FunctionsApp.Trade.Shops;

/// <summary>The signatures of shops. Text is compared, not the bytes it stands for: base64 and hexadecimal can write the same bytes in more than one way.</summary>
public static class ShopSignatures
{
    /// <summary>base64 of HMAC-SHA256, as Shopify and WooCommerce sign the raw body.</summary>
    public static string HmacSha256(ReadOnlySpan<byte> key, ReadOnlySpan<byte> body) => Convert.ToBase64String(HMACSHA256.HashData(key, body));

    /// <summary>Lower-case hexadecimal MD5 of id, text and secret, one after the other, as Youzan signs.</summary>
    public static string Md5(string clientId, ReadOnlySpan<byte> text, ReadOnlySpan<byte> secret)
    {
#pragma warning disable CA5351 // the shop's own scheme: there is no other to choose
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        md5.AppendData(Encoding.UTF8.GetBytes(clientId));
        md5.AppendData(text);
        md5.AppendData(secret);
        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }

    /// <summary>Whether any of the secrets makes this signature; takes as long whichever it is.</summary>
    public static bool Matches(string sent, IReadOnlyList<ShopSecret> secrets, Func<ShopSecret, string> signatureBy)
    {
        var bytes = Encoding.UTF8.GetBytes(sent);
        var matches = false;
        foreach (var secret in secrets) matches |= CryptographicOperations.FixedTimeEquals(bytes, Encoding.UTF8.GetBytes(signatureBy(secret)));
        return matches;
    }
}
