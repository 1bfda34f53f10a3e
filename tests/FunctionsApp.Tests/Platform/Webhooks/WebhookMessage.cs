using System.Globalization;
using System.Text;
using FunctionsApp.Platform.Webhooks;

namespace FunctionsApp.Tests.Platform.Webhooks;

/// <summary>A message to sign. Random bodies are empty, short or long and mix Chinese, emoji and ASCII.</summary>
sealed record WebhookMessage(string Secret, string Id, long Timestamp, string Body)
{
    const string Alphabet = "abc{}\"\\:.,0189 \n群海报进群福利😀é";

    public byte[] Bytes => Encoding.UTF8.GetBytes(Body);

    public DateTimeOffset SentAt => DateTimeOffset.FromUnixTimeSeconds(Timestamp);

    public IReadOnlyList<WebhookSecret> Secrets => [WebhookSecret.Parse(Secret)];

    public StandardWebhookHeaders Headers(string? signature) =>
        new(Id, Timestamp.ToString(CultureInfo.InvariantCulture), signature);

    public static WebhookMessage From(Random random, DateTimeOffset sentAt)
    {
        var length = random.Next(5) switch { 0 => 0, 1 => random.Next(50_000, 200_000), _ => random.Next(1, 400) };
        var runes = Alphabet.EnumerateRunes().ToArray();
        var body = string.Concat(Enumerable.Range(0, length).Select(_ => runes[random.Next(runes.Length)].ToString()));
        return new(NewSecret(random), $"msg_{random.NextInt64():x}", sentAt.ToUnixTimeSeconds(), body);
    }

    public static string NewSecret(Random random)
    {
        var key = new byte[random.Next(24, 65)];
        random.NextBytes(key);
        return "whsec_" + Convert.ToBase64String(key);
    }
}
