namespace LocalRuntime.Tables.Rest;

/// <summary>
/// The resource of a path: <c>Table</c>, <c>Table()</c>, <c>Tables('entry')</c> or
/// <c>Table(PartitionKey='...',RowKey='...')</c>. A quote inside a key is doubled.
/// </summary>
sealed record TableAddress(string Table, string? Entry = null, string? PartitionKey = null, string? RowKey = null)
{
    /// <summary>Reads an escaped path; throws <see cref="FormatException"/> for any other form.</summary>
    public static TableAddress Read(ReadOnlySpan<char> escapedPath)
    {
        var path = Uri.UnescapeDataString(escapedPath.TrimStart('/'));
        var open = path.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return new TableAddress(path);
        var table = path[..open];
        var at = open + 1;
        if (TryTake(path, ref at, ")")) return new TableAddress(table);
        if (TryTake(path, ref at, "'")) return new TableAddress(table, Entry: Quoted(path, ref at));
        if (!TryTake(path, ref at, "PartitionKey='")) throw new FormatException($"{path} names no resource.");
        var partitionKey = Quoted(path, ref at);
        if (!TryTake(path, ref at, ",RowKey='")) throw new FormatException($"{path} names no row.");
        return new TableAddress(table, PartitionKey: partitionKey, RowKey: Quoted(path, ref at));
    }

    static bool TryTake(string path, ref int at, string expected)
    {
        if (string.CompareOrdinal(path, at, expected, 0, expected.Length) != 0) return false;
        at += expected.Length;
        return true;
    }

    static string Quoted(string path, ref int at)
    {
        for (var start = at; ; at++)
        {
            var quote = path.IndexOf('\'', at);
            if (quote < 0) throw new FormatException("A key is not closed.");
            at = quote + 1;
            if (at == path.Length || path[at] != '\'')
                return path[start..quote].Replace("''", "'", StringComparison.Ordinal);
        }
    }
}
