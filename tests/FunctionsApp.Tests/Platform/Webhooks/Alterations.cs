using System.Globalization;
using FunctionsApp.Platform.Webhooks;

namespace FunctionsApp.Tests.Platform.Webhooks;

/// <summary>Every way a signed message is altered on its way, each by as little as one bit.</summary>
static class Alterations
{
    public static IEnumerable<(string What, StandardWebhookHeaders Headers, byte[] Body, IReadOnlyList<WebhookSecret> Secrets)> All(
        WebhookMessage message, StandardWebhookHeaders headers, Random random)
    {
        var body = message.Bytes;
        yield return ("a byte appended", headers, [.. body, (byte)' '], message.Secrets);
        if (body.Length > 0)
        {
            yield return ("a bit of the body", headers, FlipBit(body, random), message.Secrets);
            yield return ("the last byte dropped", headers, body[..^1], message.Secrets);
        }

        yield return ("the id", headers with { Id = headers.Id + "0" }, body, message.Secrets);
        yield return ("the timestamp", headers with { Timestamp = (message.Timestamp + 1).ToString(CultureInfo.InvariantCulture) }, body, message.Secrets);
        yield return ("the timestamp's writing", headers with { Timestamp = "0" + headers.Timestamp }, body, message.Secrets);
        yield return ("the version", headers with { Signature = "v2" + headers.Signature![2..] }, body, message.Secrets);
        yield return ("the secret", headers, body, [WebhookSecret.Parse(WebhookMessage.NewSecret(random))]);
        yield return ("no secret", headers, body, []);
        for (var i = "v1,".Length; i < headers.Signature.Length; i++)
            yield return ($"character {i} of the signature", headers with { Signature = FlipCharacter(headers.Signature, i) }, body, message.Secrets);
    }

    static byte[] FlipBit(byte[] bytes, Random random)
    {
        var flipped = bytes.ToArray();
        flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    static string FlipCharacter(string text, int at) => text[..at] + (char)(text[at] ^ 1) + text[(at + 1)..];
}
