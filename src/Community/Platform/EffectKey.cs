using System.Security.Cryptography;
using System.Text;

namespace Community.Platform;

/// <summary>The name of an effect: what caused it, at which step, on whom. The same effect always gets the same name.</summary>
public static class EffectKey
{
    /// <summary>
    /// <c>{cause}:{step}:{target}</c>. A cause may hold a member's id, and that a colon: in cause and step it is written <c>~3a</c>
    /// (and <c>~</c> as <c>~7e</c>), or two effects could share one name and the second would be taken for a repeat.
    /// </summary>
    public static string From(string cause, string step, string target) => $"{Escaped(cause)}:{Escaped(step)}:{target}";

    /// <summary>32 hexadecimal characters that stand for <paramref name="key"/> where its characters or length are not allowed.</summary>
    public static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    static string Escaped(string part) => part.Replace("~", "~7e", StringComparison.Ordinal).Replace(":", "~3a", StringComparison.Ordinal);
}
