namespace LocalRuntime.Tables.Embedded;

/// <summary>Applies writes to a table by the service's rules of existence and ETag.</summary>
sealed class EntityWriter(TimeProvider clock, long epoch)
{
    long writes;

    /// <summary>Returns the entity's new ETag, null after a deletion.</summary>
    public string? Apply(EntityTable table, PreparedWrite prepared)
    {
        var write = prepared.Write;
        if (write.Action == TableTransactionActionType.Add)
        {
            var added = NextETag();
            if (table.TryAdd(prepared, clock.GetUtcNow(), added)) return added;
            throw new StorageErrorException(TableErrors.EntityAlreadyExists);
        }

        var properties = prepared.Properties;
        if (write.Action != TableTransactionActionType.UpsertReplace)
        {
            var current = table.ETag(prepared);
            if (Refusal(write, current) is { } refusal) throw new StorageErrorException(refusal);
            if (write.IsMerge && current is not null) properties = EntityJson.Write(Merged(write, table));
        }

        if (write.Action == TableTransactionActionType.Delete)
        {
            table.Delete(prepared);
            return null;
        }

        var etag = NextETag();
        table.Put(prepared, clock.GetUtcNow(), etag, properties);
        return etag;
    }

    static StorageError? Refusal(EntityWrite write, string? current)
    {
        if (write.IsUpsert) return null;
        if (current is null) return TableErrors.ResourceNotFound;
        return write.Condition is null or EntityWrite.AnyVersion || write.Condition == current
            ? null
            : TableErrors.UpdateConditionNotSatisfied;
    }

    // The written properties keep the limits; merged with the stored ones they may exceed them.
    static Dictionary<string, object> Merged(EntityWrite write, EntityTable table)
    {
        var stored = table.Get(write.PartitionKey, write.RowKey)!.Properties;
        var merged = new Dictionary<string, object>(stored, StringComparer.Ordinal);
        foreach (var (name, value) in write.Properties) merged[name] = value;
        return EntityRules.Violation(write.PartitionKey, write.RowKey, merged) is { } violation
            ? throw new StorageErrorException(violation)
            : merged;
    }

    // The service uses the time stamp; here a virtual clock may show the same time at two writes.
    string NextETag() => string.Create(CultureInfo.InvariantCulture, $"W/\"{epoch:x}-{++writes:x}\"");
}

/// <summary>A write in the form in which it is stored.</summary>
sealed record PreparedWrite(EntityWrite Write, byte[] PartitionKey, byte[] RowKey, byte[] Properties)
{
    public static PreparedWrite From(EntityWrite write) => new(
        write, KeyBytes.From(write.PartitionKey), KeyBytes.From(write.RowKey), EntityJson.Write(write.Properties));
}
