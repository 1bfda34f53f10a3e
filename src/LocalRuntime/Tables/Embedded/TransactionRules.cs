using LocalRuntime.Accounts;

namespace LocalRuntime.Tables;

/// <summary>The limits that the table service puts on transactions.</summary>
static class TransactionRules
{
    const int MostActions = 100;
    const int LargestRequest = 4 * 1024 * 1024;

    public static StorageError? Violation(IReadOnlyList<EntityWrite> writes)
    {
        if (writes.Count > MostActions) return TableErrors.TooManyActions;
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < writes.Count; i++)
        {
            if (writes[i].PartitionKey != writes[0].PartitionKey) return TableErrors.OtherPartition with { FailedAction = i };
            if (!rows.Add(writes[i].RowKey)) return TableErrors.DuplicateRow with { FailedAction = i };
            var entity = EntityRules.Violation(writes[i].PartitionKey, writes[i].RowKey, writes[i].Properties);
            if (entity is { } violation) return violation with { FailedAction = i };
        }

        return writes.Sum(Size) > LargestRequest ? TableErrors.TransactionTooLarge : null;
    }

    static long Size(EntityWrite write) => EntityJson.Write(write.Properties, write.PartitionKey, write.RowKey).Length;
}
