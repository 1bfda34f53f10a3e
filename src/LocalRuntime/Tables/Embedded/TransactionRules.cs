using LocalRuntime.Storage;

namespace LocalRuntime.Tables.Embedded;

/// <summary>The limits that the table service puts on transactions.</summary>
static class TransactionRules
{
    const int MaxActions = 100;
    const int MaxRequestSize = 4 * 1024 * 1024;

    public static StorageError? Violation(IReadOnlyList<PreparedWrite> prepared)
    {
        if (prepared.Count > MaxActions) return TableErrors.TooManyActions;
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < prepared.Count; i++)
        {
            var write = prepared[i].Write;
            if (write.PartitionKey != prepared[0].Write.PartitionKey) return TableErrors.OtherPartition with { FailedAction = i };
            if (!rows.Add(write.RowKey)) return TableErrors.DuplicateRow with { FailedAction = i };
            var entity = EntityRules.Violation(write.PartitionKey, write.RowKey, write.Properties);
            if (entity is { } violation) return violation with { FailedAction = i };
        }

        return prepared.Sum(Size) > MaxRequestSize ? TableErrors.TransactionTooLarge : null;
    }

    // The keys and the properties; what the request has around them is left to the service.
    static long Size(PreparedWrite prepared) => prepared.PartitionKey.Length + prepared.RowKey.Length + prepared.Properties.Length;
}
