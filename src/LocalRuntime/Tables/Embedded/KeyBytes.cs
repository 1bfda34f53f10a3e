using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LocalRuntime.Tables.Embedded;

/// <summary>
/// Keys as big-endian UTF-16. The service orders keys by UTF-16 code unit and SQLite compares blobs byte by byte, so
/// both orders are the same. UTF-8 sorts characters beyond the basic plane after U+E000 to U+FFFF.
/// </summary>
static class KeyBytes
{
    /// <summary>Sorts after every key.</summary>
    public static byte[] AfterAll { get; } = [.. Enumerable.Repeat((byte)0xFF, (2 * EntityRules.MaxKeyLength) + 2)];

    public static byte[] From(string key)
    {
        var bytes = new byte[key.Length * 2];
        Swap(MemoryMarshal.Cast<char, ushort>(key.AsSpan()), MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan()));
        return bytes;
    }

    public static string ToKey(byte[] bytes) => string.Create(
        bytes.Length / 2,
        bytes,
        (key, from) => Swap(MemoryMarshal.Cast<byte, ushort>(from.AsSpan()), MemoryMarshal.Cast<char, ushort>(key)));

    static void Swap(ReadOnlySpan<ushort> from, Span<ushort> to)
    {
        if (BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(from, to);
        else from.CopyTo(to);
    }
}
