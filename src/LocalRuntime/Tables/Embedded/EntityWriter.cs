using System.Globalization;
using Azure;
using Azure.Data.Tables;
using LocalRuntime.Accounts;

namespace LocalRuntime.Tables;

/// <summary>Applies writes to a table by the service's rules of existence and version.</summary>
sealed class EntityWriter(TimeProvider clock, long epoch)
{
    long writes;

    /// <summary>Applies a write; throws <see cref="RefusedException"/> when the service would refuse it.</summary>
    public Response Apply(EntityTable table, EntityWrite write)
    {
        var current = table.Get(write.PartitionKey, write.RowKey);
        if (Refusal(write, current) is { } refusal) throw new RefusedException(refusal);
        if (write.Action == TableTransactionActionType.Delete)
        {
            table.Delete(write.PartitionKey, write.RowKey);
            return EmbeddedResponse.Success(204);
        }

        var properties = write.IsMerge && current is not null ? Merged(write, current.Properties) : write.Properties;
        var etag = NextEtag();
        table.Put(write.PartitionKey, write.RowKey, clock.GetUtcNow(), etag, properties);
        return EmbeddedResponse.Success(204, etag);
    }

    static StorageError? Refusal(EntityWrite write, StoredEntity? current) => write.Action switch
    {
        TableTransactionActionType.Add => current is null ? null : TableErrors.EntityAlreadyExists,
        _ when write.IsUpsert => null,
        _ when current is null => TableErrors.ResourceNotFound,
        _ when write.Condition != ETag.All && write.Condition != current.ETag => TableErrors.UpdateConditionNotSatisfied,
        _ => null,
    };

    // What was written kept the limits by itself; together with what was stored it may not.
    static Dictionary<string, object> Merged(EntityWrite write, IReadOnlyDictionary<string, object> stored)
    {
        var merged = new Dictionary<string, object>(stored, StringComparer.Ordinal);
        foreach (var (name, value) in write.Properties) merged[name] = value;
        return EntityRules.Violation(write.PartitionKey, write.RowKey, merged) is { } violation ? throw new RefusedException(violation) : merged;
    }

    // Not the time stamp, as the service has it: a virtual clock may stand still between two writes.
    string NextEtag() => string.Create(CultureInfo.InvariantCulture, $"W/\"{epoch:x}-{++writes:x}\"");
}
