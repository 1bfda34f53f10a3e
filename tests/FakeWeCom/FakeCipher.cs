using System.Security.Cryptography;
using System.Text;

namespace FakeWeCom;

/// <summary>The platform's encryption and signature of callbacks, in code of its own.</summary>
static class FakeCipher
{
    public static string Encrypt(string encodingAesKey, string corpId, string message, byte[] random)
    {
        var text = Encoding.UTF8.GetBytes(message);
        List<byte> plain = [.. random];
        for (var shift = 24; shift >= 0; shift -= 8) plain.Add((byte)(text.Length >> shift));
        plain.AddRange(text);
        plain.AddRange(Encoding.UTF8.GetBytes(corpId));
        var missing = 32 - (plain.Count % 32);
        for (var i = 0; i < missing; i++) plain.Add((byte)missing);
        using var aes = Aes.Create();
        aes.Mode = CipherMode.CBC;
        aes.Padding = PaddingMode.None;
        var key = Convert.FromBase64String(encodingAesKey + "=");
#pragma warning disable CA5401 // the platform prescribes the initialization vector
        using var encryptor = aes.CreateEncryptor(key, key[..16]);
#pragma warning restore CA5401
        return Convert.ToBase64String(encryptor.TransformFinalBlock([.. plain], 0, plain.Count));
    }

    public static string Sign(params string[] parts)
    {
        var sorted = string.Concat(parts.OrderBy(part => part, StringComparer.Ordinal));
#pragma warning disable CA5350 // the platform prescribes SHA-1
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(sorted)));
#pragma warning restore CA5350
    }
}
