using System.Security.Cryptography;
using System.Text;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Tests.Messaging.WeCom;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>
/// Requests that a forger, or a platform with a defect, could send. Many of them carry a right signature, so that they
/// reach the cipher and the reader of XML.
/// </summary>
sealed class HostileCallbacks(Random random)
{
    const string Genuine =
        "<xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName><CreateTime>1764550000</CreateTime>"
        + "<MsgType>event</MsgType><Event>change_external_chat</Event><ChatId>wrA</ChatId>"
        + "<ChangeType>create</ChangeType></xml>";

    const string Bomb =
        "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";

    public sealed record Request(string Kind, string Query, byte[] Body);

    public Request Next() => random.Next(14) switch
    {
        0 => Signed("mutated ciphertext", Mutate(Encrypt(Genuine))),
        1 => Unsigned("mutated ciphertext without a signature of its own"),
        2 => Signed("wrong receiver", Encrypt(Genuine, Pick("", "ww1234567890abcde", "WW1234567890ABCDEF", "ww2"))),
        3 => Signed("bomb in the message", Encrypt(Bomb + Genuine.Replace("wrA", "&d;", StringComparison.Ordinal))),
        4 => new("bomb around the message", Query("x"), Bytes($"{Bomb}<xml><Encrypt>&d;</Encrypt></xml>")),
        5 => new("large", Query("x"), new byte[Pick(WeComCallbackHost.MaxBytes + 1, 100_000, 1024 * 1024)]),
        6 => new("largest", Query("x"), new byte[WeComCallbackHost.MaxBytes]),
        7 => new("noise", Query("x"), Noise(random.Next(2_000))),
        8 => Signed("padding", EncryptBytes(WithLastByte(Pick<byte>(0, 33, 200, 255)))),
        9 => Signed("length", EncryptBytes(WithLength())),
        10 => Signed("not UTF-8", EncryptBytes(Plain([0xff, 0xfe, 0xc0, .. Bytes(Genuine)], WeComHost.CorpId))),
        11 => Signed("depth", Encrypt($"<xml>{Repeat("<a>", 4_000)}{Repeat("</a>", 4_000)}</xml>")),
        12 => Signed("no message", Encrypt(Pick("", "text", "<xml/>", "<xml><CreateTime>x</CreateTime></xml>"))),
        _ => Truncated(),
    };

    T Pick<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    Request Signed(string kind, string encrypted) => new(kind, Query(encrypted), Envelope(encrypted));

    Request Unsigned(string kind) => new(kind, Query(Encrypt(Genuine)), Envelope(Mutate(Encrypt(Genuine))));

    Request Truncated()
    {
        var (query, body) = (Query(Encrypt(Genuine)), Envelope(Encrypt(Genuine)));
        return random.Next(3) switch
        {
            0 => new("truncated body", query, body[..random.Next(body.Length - 10)]),
            1 => new("truncated query", query[..random.Next(query.Length - 1)], body),
            _ => new("other query", $"{query}&{query}", body),
        };
    }

    string Query(string encrypted)
    {
        var nonce = $"{random.Next()}";
        var signature = WeComSignature.Compute(WeComHost.Token, "1764550000", nonce, encrypted);
        return $"msg_signature={signature}&timestamp=1764550000&nonce={nonce}";
    }

    string Encrypt(string message, string corpId = WeComHost.CorpId) =>
        new WeComCipher(WeComKey.Parse(WeComHost.EncodingAesKey), corpId).Encrypt(message, Noise(16));

    // From the second block on; the first one holds nothing but random bytes.
    string Mutate(string encrypted)
    {
        var bytes = Convert.FromBase64String(encrypted);
        for (var i = random.Next(1, 4); i > 0; i--)
            bytes[random.Next(16, bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes.AsSpan().SequenceEqual(Convert.FromBase64String(encrypted))
            ? Mutate(encrypted)
            : Convert.ToBase64String(bytes);
    }

    byte[] WithLastByte(byte last)
    {
        var plain = Plain(Bytes(Genuine), WeComHost.CorpId);
        plain[^1] = last;
        return plain;
    }

    byte[] WithLength()
    {
        var plain = Plain(Bytes(Genuine), WeComHost.CorpId);
        random.NextBytes(plain.AsSpan(16, 4));
        return plain;
    }

    byte[] Plain(byte[] message, string corpId)
    {
        var length = BitConverter.GetBytes(message.Length).Reverse();
        byte[] plain = [.. Noise(16), .. length, .. message, .. Bytes(corpId)];
        var padding = 32 - (plain.Length % 32);
        return [.. plain, .. Enumerable.Repeat((byte)padding, padding)];
    }

    static string EncryptBytes(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(WeComHost.EncodingAesKey + "=");
        return Convert.ToBase64String(aes.EncryptCbc(plain, aes.Key.AsSpan(0, 16), PaddingMode.None));
    }

    byte[] Noise(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    static byte[] Envelope(string encrypted) => Bytes($"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>");

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
