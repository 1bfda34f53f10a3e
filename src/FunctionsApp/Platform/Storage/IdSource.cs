using System.Security.Cryptography;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Makes random ids and codes, from the operating system's generator unless <paramref name="bytes"/> is another source: ids are keys and
/// decide the order in which rows are read, so a simulation draws them from its seed.
/// </summary>
public sealed class IdSource(Func<int, byte[]>? bytes = null)
{
    const int IdBytes = 16;

    readonly Func<int, byte[]> source = bytes ?? RandomNumberGenerator.GetBytes;

    /// <summary>Bytes that cannot be guessed.</summary>
    public byte[] NewBytes(int count) => source(count);

    /// <summary>A unique id: 32 hexadecimal digits.</summary>
    public string NewId() => Convert.ToHexStringLower(NewBytes(IdBytes));
}
