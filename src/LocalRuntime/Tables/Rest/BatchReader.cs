using System.Text;
using LocalRuntime.Tables.Entities;

namespace LocalRuntime.Tables.Rest;

/// <summary>
/// Reads a transaction: a <c>multipart/mixed</c> body with one change set, whose parts are HTTP requests. The delimiters are
/// searched for in the bytes; only what matters of each request is decoded.
/// </summary>
static class BatchReader
{
    const string ChangeSetBoundary = "boundary=";

    /// <summary>The table and its writes; throws <see cref="FormatException"/> for a body of another form or of several tables.</summary>
    public static (string Table, IReadOnlyList<EntityWrite> Writes) Read(ReadOnlySpan<byte> body)
    {
        var head = TakeHead(ref body);
        var boundary = Value(head, ChangeSetBoundary) ?? throw new FormatException("The batch has no change set.");
        var delimiter = Encoding.ASCII.GetBytes($"--{boundary}");
        string? table = null;
        List<EntityWrite> writes = [];
        var next = body.IndexOf(delimiter);
        while (next >= 0)
        {
            body = body[(next + delimiter.Length)..];
            next = body.IndexOf(delimiter);
            if (next < 0) break; // what follows the last delimiter is the end of the batch
            var (address, write) = ReadPart(body[..next]);
            if ((table ??= address.Table) != address.Table) throw new FormatException("A transaction writes to one table.");
            writes.Add(write);
        }

        return table is null ? throw new FormatException("The change set is empty.") : (table, writes);
    }

    static (TableAddress Address, EntityWrite Write) ReadPart(ReadOnlySpan<byte> part)
    {
        TakeHead(ref part);
        var head = TakeHead(ref part);
        var requestLine = head.AsSpan(0, Math.Max(head.IndexOf("\r\n", StringComparison.Ordinal), 0));
        var method = requestLine[..Math.Max(requestLine.IndexOf(' '), 0)];
        var address = TableAddress.Read(Path(requestLine[method.Length..].Trim()));
        var json = part.TrimEnd("\r\n"u8).ToArray();
        var write = TableRequests.Write(method.ToString(), address, json, Value(head, "If-Match: "));
        return (address, write ?? throw new FormatException("A transaction holds writes alone."));
    }

    // From "https://host/Table(...)?query HTTP/1.1" the path below the service's address.
    static ReadOnlySpan<char> Path(ReadOnlySpan<char> target)
    {
        target = target[..Math.Max(target.LastIndexOf(' '), 0)];
        if (target.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0) target = target[(scheme + 3)..];
        if (target.IndexOf('/') is var path and >= 0) target = target[path..];
        return target.IndexOf('?') is var query and >= 0 ? target[..query] : target;
    }

    /// <summary>Takes everything up to an empty line off the front.</summary>
    static string TakeHead(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0) throw new FormatException("A part of the batch has no end of its headers.");
        var head = Encoding.ASCII.GetString(bytes[..(end + 2)]);
        bytes = bytes[(end + 4)..];
        return head;
    }

    static string? Value(string head, string before)
    {
        var start = head.IndexOf(before, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        start += before.Length;
        return head[start..head.IndexOf("\r\n", start, StringComparison.Ordinal)].Trim();
    }
}
