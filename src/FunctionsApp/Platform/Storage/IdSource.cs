using System.Security.Cryptography;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Makes random ids and codes from the operating system's generator, or from <paramref name="bytes"/>. A simulation
/// draws them from its seed, because ids decide the order in which rows are read.
/// </summary>
public sealed class IdSource(Func<int, byte[]>? bytes = null)
{
    const int IdBytes = 16;

    readonly Func<int, byte[]> source = bytes ?? RandomNumberGenerator.GetBytes;

    /// <summary>Unguessable bytes.</summary>
    public byte[] NewBytes(int count) => source(count);

    /// <summary>A unique id: 32 hexadecimal digits.</summary>
    public string NewId() => Convert.ToHexStringLower(NewBytes(IdBytes));
}
