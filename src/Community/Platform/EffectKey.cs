using System.Security.Cryptography;
using System.Text;

namespace Community.Platform;

public static class EffectKey
{
    /// <summary>
    /// <c>{cause}:{step}:{target}</c>. In cause and step a colon is escaped as <c>~3a</c> and <c>~</c> as <c>~7e</c>,
    /// so that two effects never share a key.
    /// </summary>
    public static string From(string cause, string step, string target) => $"{Escape(cause)}:{Escape(step)}:{target}";

    /// <summary>32 hexadecimal characters of a hash, for places that limit characters or length.</summary>
    public static string Digest(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    static string Escape(string part) =>
        part.Replace("~", "~7e", StringComparison.Ordinal).Replace(":", "~3a", StringComparison.Ordinal);
}
