using Community.Messaging.Channels.WeCom;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Channels.WeCom;

/// <summary>Keys and texts of generated callbacks.</summary>
static class WeComSamples
{
    public const string CorpId = "ww1234567890abcdef";

    const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>Keys as the platform makes them, with any last character.</summary>
    public static Gen<string> Keys { get; } =
        Gen.Elements(Base64.ToCharArray()).ArrayOf(WeComKey.TextLength).Select(characters => new string(characters));

    public static Gen<byte[]> Randoms { get; } =
        Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf(WeComCipher.RandomBytes);

    /// <summary>Texts of 0 to 120 characters, so that every length of the padding occurs.</summary>
    public static Gen<string> Texts { get; } =
        from length in Gen.Choose(0, 120)
        from characters in Gen.Elements('a', '<', '群', '茶', '\n', '0', 'é').ArrayOf(length)
        select new string(characters);

    public static WeComCipher Cipher(string key, string corpId = CorpId) => new(WeComKey.Parse(key), corpId);
}
