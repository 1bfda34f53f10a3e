using System.Security.Cryptography;
using System.Text;

namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// The signature of a callback: the SHA-1 of token, timestamp, nonce and encrypted text, sorted and put together.
/// </summary>
public static class WeComSignature
{
    /// <summary>The signature in 40 lower-case hexadecimal characters.</summary>
    public static string Compute(string token, string timestamp, string nonce, string encrypted)
    {
        string[] parts = [token, timestamp, nonce, encrypted];
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // the platform prescribes SHA-1
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    /// <summary>True for the signature of these parts. The time does not depend on where the texts differ.</summary>
    public static bool Matches(string signature, string token, string timestamp, string nonce, string encrypted) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature),
            Encoding.UTF8.GetBytes(Compute(token, timestamp, nonce, encrypted)));
}
