using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using static FunctionsApp.Platform.Webhooks.SignatureCheck;

namespace FunctionsApp.Platform.Webhooks;

/// <summary>
/// The symmetric scheme of the Standard Webhooks specification: HMAC-SHA256 over <c>{id}.{timestamp}.{body}</c>, sent
/// as <c>v1,{base64}</c>. Several secrets and several signatures may be valid at once, so that either side can rotate.
/// </summary>
public static class StandardWebhooks
{
    /// <summary>How far a timestamp may lie from now, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    const string Version = "v1,";
    const int MaxIdLength = 256;
    const int MaxSignatureLength = 4_096;
    const int MaxSignatures = 16;

    /// <summary>
    /// Checks the raw body against every secret in constant time; <paramref name="now"/> is the clock the tolerance is
    /// measured on.
    /// </summary>
    public static SignatureCheck Verify(
        StandardWebhookHeaders headers,
        ReadOnlySpan<byte> body,
        IReadOnlyList<WebhookSecret> secrets,
        DateTimeOffset now)
    {
        if (Malformation(headers) is { } malformation) return malformation;
        if (!TryReadTimestamp(headers.Timestamp!, out var timestamp)) return new BadTimestamp();

        // Whole seconds on both sides: the timestamp has no fraction, and a sender's own check has none either.
        var age = now.ToUnixTimeSeconds() - timestamp.ToUnixTimeSeconds();
        if (age > Tolerance.TotalSeconds) return new TooOld(timestamp);
        if (age < -Tolerance.TotalSeconds) return new TooNew(timestamp);

        return Matches(headers, body, secrets) ? new Genuine(headers.Id!, timestamp) : new NoMatch();
    }

    /// <summary>The headers that a sender puts on this body: one signature for each secret.</summary>
    public static StandardWebhookHeaders Sign(
        string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body, params IReadOnlyList<WebhookSecret> secrets)
    {
        var seconds = timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signatures = new string[secrets.Count];
        for (var i = 0; i < signatures.Length; i++) signatures[i] = Signature(id, seconds, body, secrets[i]);
        return new(id, seconds, string.Join(' ', signatures));
    }

    static SignatureCheck? Malformation(StandardWebhookHeaders headers)
    {
        if (string.IsNullOrEmpty(headers.Id)) return new MissingHeader(StandardWebhookHeaders.IdName);
        if (string.IsNullOrEmpty(headers.Timestamp)) return new MissingHeader(StandardWebhookHeaders.TimestampName);
        if (string.IsNullOrEmpty(headers.Signature)) return new MissingHeader(StandardWebhookHeaders.SignatureName);
        if (headers.Id.Length > MaxIdLength || !headers.Id.All(c => c is > ' ' and < '\x7f'))
            return new MalformedHeader(StandardWebhookHeaders.IdName);
        if (headers.Signature.Length > MaxSignatureLength || headers.Signature.AsSpan().Count(' ') >= MaxSignatures)
            return new MalformedHeader(StandardWebhookHeaders.SignatureName);
        return null;
    }

    static bool TryReadTimestamp(string text, out DateTimeOffset timestamp)
    {
        timestamp = default;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return false;
        timestamp = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }

    static bool Matches(StandardWebhookHeaders headers, ReadOnlySpan<byte> body, IReadOnlyList<WebhookSecret> secrets)
    {
        var sent = headers.Signature.AsSpan();
        var matches = false;
        foreach (var secret in secrets)
        {
            // The text is compared, not the bytes it stands for: base64 can write the same bytes in more than one way.
            var expected = MemoryMarshal.AsBytes(Signature(headers.Id!, headers.Timestamp!, body, secret).AsSpan());
            // No early exit, because the time of the comparison must not depend on the secret.
            foreach (var range in sent.Split(' '))
                matches |= CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(sent[range]), expected);
        }

        return matches;
    }

    static string Signature(string id, string seconds, ReadOnlySpan<byte> body, WebhookSecret secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.Key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{seconds}."));
        hmac.AppendData(body);
        return Version + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
