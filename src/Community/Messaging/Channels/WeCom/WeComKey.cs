namespace Community.Messaging.Channels.WeCom;

/// <summary>The key of the callbacks, 32 bytes, from the platform's EncodingAESKey.</summary>
public sealed class WeComKey
{
    /// <summary>The characters of an EncodingAESKey: base64 of 32 bytes without its padding.</summary>
    public const int TextLength = 43;

    WeComKey(byte[] bytes) => Bytes = bytes;

    internal byte[] Bytes { get; }

    /// <summary>The key, or a <see cref="FormatException"/> that does not show the text.</summary>
    public static WeComKey Parse(string encodingAesKey)
    {
        var bytes = new byte[32];
        // The last character has two bits too many, which the platform does not set to zero.
        if (encodingAesKey.Length != TextLength
            || !Convert.TryFromBase64String(encodingAesKey + "=", bytes, out var length)
            || length != bytes.Length)
            throw new FormatException("an EncodingAESKey has 43 characters of A-Z, a-z, 0-9, + and /.");
        return new WeComKey(bytes);
    }
}
