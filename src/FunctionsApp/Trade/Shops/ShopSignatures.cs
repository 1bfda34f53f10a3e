using System.Security.Cryptography;
using System.Text;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// The signatures of shops, compared as text and not as bytes, because base64 and hexadecimal have several spellings
/// of the same bytes.
/// </summary>
public static class ShopSignatures
{
    /// <summary>The HMAC-SHA256 in base64, as Shopify and WooCommerce sign the raw body.</summary>
    public static string HmacSha256(ReadOnlySpan<byte> key, ReadOnlySpan<byte> body) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, body));

    /// <summary>The MD5 of client id, text and secret in lower-case hexadecimal, as Youzan signs.</summary>
    public static string Md5(string clientId, ReadOnlySpan<byte> text, ReadOnlySpan<byte> secret)
    {
#pragma warning disable CA5351 // Youzan offers no other scheme
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        md5.AppendData(Encoding.UTF8.GetBytes(clientId));
        md5.AppendData(text);
        md5.AppendData(secret);
        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }

    /// <summary>True when a secret makes this signature; compares in constant time with all secrets.</summary>
    public static bool Matches(string signature, IReadOnlyList<ShopSecret> secrets, Func<ShopSecret, string> sign)
    {
        var actual = Encoding.UTF8.GetBytes(signature);
        var matches = false;
        foreach (var secret in secrets)
            matches |= CryptographicOperations.FixedTimeEquals(actual, Encoding.UTF8.GetBytes(sign(secret)));
        return matches;
    }
}
