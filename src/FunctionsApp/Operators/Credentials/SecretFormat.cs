using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Operators.Credentials;

/// <summary>
/// Secrets that the app makes: 32 random bytes in base64url after a prefix. They cannot be guessed, so a fast hash
/// without a salt protects them, and the hash is the key under which they are found.
/// </summary>
sealed record SecretFormat(string Prefix)
{
    const int RandomBytes = 32;
    const int RandomLength = 43;

    static readonly SearchValues<char> Characters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static SecretFormat OperatorToken { get; } = new("op_");

    public static SecretFormat SessionId { get; } = new("se_");

    public static SecretFormat StaffSessionId { get; } = new("st_");

    public string Create(IdSource ids) => Prefix + Base64Url.EncodeToString(ids.NewBytes(RandomBytes));

    /// <summary>False for a text that is no secret of this kind, which needs no look into the storage.</summary>
    public bool IsWellFormed(string text) =>
        text.Length == Prefix.Length + RandomLength
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Characters) < 0;

    /// <summary>What is stored in place of the secret: 64 hexadecimal digits.</summary>
    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
