namespace LocalRuntime.Tables.Rest;

/// <summary>The pages of a query. Continuation tokens are encoded, because a header cannot hold every key.</summary>
static class EntityPages
{
    public static byte[] Write(TablePage<StoredEntity> page, IReadOnlyList<string>? select)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        body.Write("{\"value\":["u8);
        for (var i = 0; i < page.Items.Count; i++)
        {
            if (i > 0) body.Write(","u8);
            EntityJson.Write(body, page.Items[i], select);
        }

        body.Write("]}"u8);
        return body.WrittenSpan.ToArray();
    }

    public static string Token(string key) => $"1!{Convert.ToBase64String(Encoding.UTF8.GetBytes(key))}";

    /// <summary>The start of a page; throws <see cref="FormatException"/> for a token of another store.</summary>
    public static EntityContinuation? ReadStart(RestRequest request)
    {
        var (partition, row) = (request.QueryParameter("NextPartitionKey"), request.QueryParameter("NextRowKey"));
        return partition is null && row is null ? null : new EntityContinuation(Key(partition), Key(row));
    }

    static string Key(string? token) => token?.StartsWith("1!", StringComparison.Ordinal) == true
        ? Encoding.UTF8.GetString(Convert.FromBase64String(token[2..]))
        : throw new FormatException("The continuation is not one of this store.");
}
