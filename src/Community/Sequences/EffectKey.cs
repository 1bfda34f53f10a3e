using System.Security.Cryptography;
using System.Text;

namespace Community.Sequences;

/// <summary>The name of an effect: what caused it, at which step, on whom. The same effect always gets the same name.</summary>
public static class EffectKey
{
    /// <summary><c>{cause}:{step}:{target}</c>.</summary>
    public static string Of(string cause, string step, string target) => $"{cause}:{step}:{target}";

    /// <summary>32 hexadecimal characters that stand for <paramref name="key"/> where its characters or length are not allowed.</summary>
    public static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}
