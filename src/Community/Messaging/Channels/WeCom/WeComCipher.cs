using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// The encryption of callbacks: AES-256-CBC with the first 16 bytes of the key as initialization vector. The plaintext
/// is 16 random bytes, the length of the message in 4 bytes with the highest first, the message and the receive id,
/// which is the corp id; PKCS#7 pads it to 32 bytes.
/// </summary>
public sealed class WeComCipher(WeComKey key, string corpId)
{
    /// <summary>The number of random bytes in front of a plaintext.</summary>
    public const int RandomBytes = 16;

    const int LengthBytes = 4;
    const int HeadBytes = RandomBytes + LengthBytes;
    const int PaddedBytes = 32;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The message in the base64 text.</summary>
    public WeComDecryption Decrypt(string encrypted)
    {
        var bytes = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, bytes, out var length) || length == 0 || length % PaddedBytes != 0)
            return new WeComDecryption.Malformed();
        using var aes = CreateAes();
        return Read(aes.DecryptCbc(bytes.AsSpan(0, length), InitializationVector, PaddingMode.None));
    }

    /// <summary>The base64 text of the message, with 16 bytes that should be random.</summary>
    public string Encrypt(string message, ReadOnlySpan<byte> random)
    {
        if (random.Length != RandomBytes)
            throw new ArgumentException($"The length must be {RandomBytes} bytes.", nameof(random));
        var text = Utf8.GetBytes(message);
        var receiver = Utf8.GetBytes(corpId);
        var used = HeadBytes + text.Length + receiver.Length;
        var padding = PaddedBytes - (used % PaddedBytes);
        var plain = new byte[used + padding];
        random.CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomBytes), text.Length);
        text.CopyTo(plain, HeadBytes);
        receiver.CopyTo(plain, HeadBytes + text.Length);
        plain.AsSpan(used).Fill((byte)padding);
        using var aes = CreateAes();
        return Convert.ToBase64String(
#pragma warning disable CA5401 // the platform prescribes the initialization vector
            aes.EncryptCbc(plain, InitializationVector, PaddingMode.None));
#pragma warning restore CA5401
    }

    WeComDecryption Read(ReadOnlySpan<byte> plain)
    {
        var padding = plain[^1];
        if (padding is 0 or > PaddedBytes || plain[^padding..].ContainsAnyExcept(padding))
            return new WeComDecryption.Malformed();
        plain = plain[..^padding];
        if (plain.Length < HeadBytes) return new WeComDecryption.Malformed();
        var length = BinaryPrimitives.ReadUInt32BigEndian(plain[RandomBytes..]);
        var rest = plain[HeadBytes..];
        if (length > rest.Length) return new WeComDecryption.Malformed();
        if (!rest[(int)length..].SequenceEqual(Utf8.GetBytes(corpId))) return new WeComDecryption.OtherReceiver();
        try
        {
            return new WeComDecryption.Message(Utf8.GetString(rest[..(int)length]));
        }
        catch (DecoderFallbackException)
        {
            return new WeComDecryption.Malformed();
        }
    }

    ReadOnlySpan<byte> InitializationVector => key.Bytes.AsSpan(0, 16);

    Aes CreateAes()
    {
        var aes = Aes.Create();
        aes.Key = key.Bytes;
        return aes;
    }
}
