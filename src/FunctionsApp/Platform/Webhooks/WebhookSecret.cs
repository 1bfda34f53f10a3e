namespace FunctionsApp.Platform.Webhooks;

/// <summary>
/// A Standard Webhooks signing secret: <c>whsec_</c> and the base64 of 24 to 64 bytes. It never shows its key.
/// </summary>
public sealed class WebhookSecret
{
    const string Prefix = "whsec_";
    const int MinBytes = 24;
    const int MaxBytes = 64;

    readonly byte[] _key;

    WebhookSecret(byte[] key) => _key = key;

    internal ReadOnlySpan<byte> Key => _key;

    /// <summary>
    /// Reads a configured secret; throws <see cref="FormatException"/> that says what is wrong and repeats nothing of
    /// it.
    /// </summary>
    public static WebhookSecret Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            throw new FormatException($"A webhook secret begins with {Prefix}.");
        var key = new byte[MaxBytes + 2];
        if (text.Length > Prefix.Length + 92
            || !Convert.TryFromBase64String(text[Prefix.Length..], key, out var length))
            throw new FormatException(
                $"A webhook secret is {Prefix} and the base64 of {MinBytes} to {MaxBytes} bytes.");
        if (length is < MinBytes or > MaxBytes)
            throw new FormatException(
                $"A webhook secret holds {MinBytes} to {MaxBytes} bytes; this one holds {length}.");
        return new(key[..length]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Prefix}***";
}
