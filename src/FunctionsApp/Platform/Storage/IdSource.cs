using System.Security.Cryptography;

namespace FunctionsApp.Platform.Storage;

/// <summary>Where made-up ids and codes come from. They stand in keys, and so decide in which order rows are read.</summary>
public static class IdSource
{
    const int IdBytes = 16;

    /// <summary>The source; a simulation has it follow from its seed.</summary>
    internal static Func<int, byte[]> Source { get; set; } = RandomNumberGenerator.GetBytes;

    /// <summary>So many bytes that nobody can guess.</summary>
    public static byte[] NewBytes(int count) => Source(count);

    /// <summary>An id that nothing else has: 32 hexadecimal characters.</summary>
    public static string NewId() => Convert.ToHexStringLower(NewBytes(IdBytes));
}
