namespace LocalRuntime.Tables.Rest;

/// <summary>
/// Reads a transaction: a <c>multipart/mixed</c> body with one change set, whose parts are HTTP requests.
/// </summary>
static class BatchReader
{
    /// <summary>The table and its writes; throws <see cref="FormatException"/> for any other body.</summary>
    public static (string Table, IReadOnlyList<EntityWrite> Writes) Read(ReadOnlyMemory<byte> body)
    {
        var head = Encoding.ASCII.GetString(TakeHead(ref body));
        var boundary = Value(head, "boundary=") ?? throw new FormatException("The batch has no change set.");
        var delimiter = Encoding.ASCII.GetBytes($"--{boundary}");
        string? table = null;
        List<EntityWrite> writes = [];
        var next = body.Span.IndexOf(delimiter);
        while (next >= 0)
        {
            body = body[(next + delimiter.Length)..];
            next = body.Span.IndexOf(delimiter);
            if (next < 0) break; // the end of the batch follows the last delimiter
            var (address, write) = ReadPart(body[..next]);
            if ((table ??= address.Table) != address.Table)
                throw new FormatException("A transaction writes to one table.");
            writes.Add(write);
        }

        return table is null ? throw new FormatException("The change set is empty.") : (table, writes);
    }

    static (TableAddress Address, EntityWrite Write) ReadPart(ReadOnlyMemory<byte> part)
    {
        TakeHead(ref part);
        var head = Encoding.ASCII.GetString(TakeHead(ref part));
        var requestLine = head.AsSpan(0, Math.Max(head.IndexOf("\r\n", StringComparison.Ordinal), 0));
        var method = requestLine[..Math.Max(requestLine.IndexOf(' '), 0)];
        var address = TableAddress.Read(Path(requestLine[method.Length..].Trim()));
        var json = part[..part.Span.TrimEnd("\r\n"u8).Length];
        var write = TableRequests.Write(method.ToString(), address, json, Value(head, "If-Match: "));
        return (address, write ?? throw new FormatException("A transaction holds only writes."));
    }

    // The path below the service's address in "https://host/Table(...)?query HTTP/1.1".
    static ReadOnlySpan<char> Path(ReadOnlySpan<char> target)
    {
        target = target[..Math.Max(target.LastIndexOf(' '), 0)];
        if (target.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0) target = target[(scheme + 3)..];
        if (target.IndexOf('/') is var path and >= 0) target = target[path..];
        return target.IndexOf('?') is var query and >= 0 ? target[..query] : target;
    }

    // Removes the lines up to an empty line and returns them.
    static ReadOnlySpan<byte> TakeHead(ref ReadOnlyMemory<byte> bytes)
    {
        var all = bytes.Span;
        var end = all.IndexOf("\r\n\r\n"u8);
        if (end < 0) throw new FormatException("A part of the batch has no end of its headers.");
        bytes = bytes[(end + 4)..];
        return all[..(end + 2)];
    }

    static string? Value(string head, string name)
    {
        var start = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        start += name.Length;
        return head[start..head.IndexOf("\r\n", start, StringComparison.Ordinal)].Trim();
    }
}
