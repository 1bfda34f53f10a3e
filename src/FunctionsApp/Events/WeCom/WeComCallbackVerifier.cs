using System.Collections.Frozen;
using System.Text;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Events.WeCom;

/// <summary>Tells the platform's callbacks from others. Nothing about the API is needed for it.</summary>
public sealed class WeComCallbackVerifier
{
    static readonly FrozenSet<string> Encrypted = FrozenSet.Create(StringComparer.Ordinal, ["Encrypt"]);
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly string token;
    readonly WeComCipher cipher;

    public WeComCallbackVerifier(WeComSettings settings) =>
        (token, cipher) = (settings.Token, new WeComCipher(settings.EncodingAesKey, settings.CorpId));

    /// <summary>The text that the platform wants back; null when the request is not of the platform.</summary>
    public string? ReadEcho(IQueryCollection query) => Decrypt(query, query["echostr"].ToString());

    /// <summary>The callback; null when the request is not of the platform, or the message is malformed.</summary>
    public WeComCallback? ReadCallback(IQueryCollection query, byte[] body) =>
        ReadEncrypted(body) is { } encrypted && Decrypt(query, encrypted) is { } xml
            ? WeComCallbackReader.Read(xml)
            : null;

    // The age of the timestamp says nothing: the platform repeats callbacks for long.
    string? Decrypt(IQueryCollection query, string encrypted) =>
        WeComSignature.Matches(
            query["msg_signature"].ToString(),
            token,
            query["timestamp"].ToString(),
            query["nonce"].ToString(),
            encrypted)
        && cipher.Decrypt(encrypted) is WeComDecryption.Message message
            ? message.Text
            : null;

    static string? ReadEncrypted(byte[] body)
    {
        try
        {
            return WeComXml.Read(Utf8.GetString(body), Encrypted)?.GetValueOrDefault("Encrypt") is [var text]
                ? text
                : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
