using System.Globalization;
using FunctionsApp.Platform.Webhooks;

namespace FunctionsApp.Tests.Platform.Webhooks;

/// <summary>A signed message that differs from the sent one.</summary>
sealed record Alteration(
    string What,
    StandardWebhookHeaders Headers,
    byte[] Body,
    IReadOnlyList<WebhookSecret> Secrets);

/// <summary>The alterations of a signed message, each of a single part and as small as possible.</summary>
static class Alterations
{
    public static IEnumerable<Alteration> All(WebhookMessage message, StandardWebhookHeaders headers, Random random)
    {
        var body = message.Bytes;
        var secrets = message.Secrets;
        yield return new("a byte appended", headers, [.. body, (byte)' '], secrets);
        if (body.Length > 0)
        {
            yield return new("a bit of the body", headers, FlipBit(body, random), secrets);
            yield return new("the last byte dropped", headers, body[..^1], secrets);
        }

        var later = (message.Timestamp + 1).ToString(CultureInfo.InvariantCulture);
        var padded = "0" + headers.Timestamp;
        yield return new("the id", headers with { Id = headers.Id + "0" }, body, secrets);
        yield return new("the timestamp", headers with { Timestamp = later }, body, secrets);
        yield return new("a leading zero of the timestamp", headers with { Timestamp = padded }, body, secrets);
        yield return new("the version", headers with { Signature = "v2" + headers.Signature![2..] }, body, secrets);
        yield return new("the secret", headers, body, [WebhookSecret.Parse(WebhookMessage.NewSecret(random))]);
        yield return new("no secret", headers, body, []);
        for (var i = "v1,".Length; i < headers.Signature.Length; i++)
        {
            var signature = FlipCharacter(headers.Signature, i);
            yield return new($"character {i} of the signature", headers with { Signature = signature }, body, secrets);
        }
    }

    static byte[] FlipBit(byte[] bytes, Random random)
    {
        var flipped = bytes.ToArray();
        flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    static string FlipCharacter(string text, int at) => text[..at] + (char)(text[at] ^ 1) + text[(at + 1)..];
}
