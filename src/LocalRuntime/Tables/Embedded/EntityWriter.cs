using System.Globalization;
using Azure.Data.Tables;
using LocalRuntime.Storage;
using LocalRuntime.Tables.Entities;

namespace LocalRuntime.Tables.Embedded;

/// <summary>Applies writes to a table by the service's rules of existence and version.</summary>
sealed class EntityWriter(TimeProvider clock, long epoch)
{
    long writes;

    /// <summary>The entity's new version, null after a deletion; throws <see cref="StorageErrorException"/> when the service would refuse it.</summary>
    public string? Apply(EntityTable table, PreparedWrite prepared)
    {
        var write = prepared.Write;
        var current = table.Version(prepared);
        if (Refusal(write, current) is { } refusal) throw new StorageErrorException(refusal);
        if (write.Action == TableTransactionActionType.Delete)
        {
            table.Delete(prepared);
            return null;
        }

        var etag = NextEtag();
        if (current is null) table.Add(prepared, clock.GetUtcNow(), etag);
        else table.Replace(prepared, clock.GetUtcNow(), etag, write.IsMerge ? EntityJson.Write(Merged(write, table)) : prepared.Properties);
        return etag;
    }

    static StorageError? Refusal(EntityWrite write, string? current) => write.Action switch
    {
        TableTransactionActionType.Add => current is null ? null : TableErrors.EntityAlreadyExists,
        _ when write.IsUpsert => null,
        _ when current is null => TableErrors.ResourceNotFound,
        _ when write.Condition is not (null or EntityWrite.AnyVersion) && write.Condition != current => TableErrors.UpdateConditionNotSatisfied,
        _ => null,
    };

    // What was written kept the limits by itself; together with what was stored it may not.
    static Dictionary<string, object> Merged(EntityWrite write, EntityTable table)
    {
        var merged = new Dictionary<string, object>(table.Get(write.PartitionKey, write.RowKey)!.Properties, StringComparer.Ordinal);
        foreach (var (name, value) in write.Properties) merged[name] = value;
        return EntityRules.Violation(write.PartitionKey, write.RowKey, merged) is { } violation
            ? throw new StorageErrorException(violation)
            : merged;
    }

    // Not the time stamp, as the service has it: a virtual clock may stand still between two writes.
    string NextEtag() => string.Create(CultureInfo.InvariantCulture, $"W/\"{epoch:x}-{++writes:x}\"");
}
