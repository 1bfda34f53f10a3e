namespace LocalRuntime.Tables.Embedded;

static class TransactionRules
{
    const int MaxActions = 100;
    const int MaxRequestSize = 4 * 1024 * 1024;

    /// <summary>The error of a transaction beyond the limits, else null.</summary>
    public static StorageError? Violation(IReadOnlyList<PreparedWrite> prepared)
    {
        if (prepared.Count > MaxActions) return TableErrors.TooManyActions;
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < prepared.Count; i++)
        {
            var write = prepared[i].Write;
            var error = write.PartitionKey != prepared[0].Write.PartitionKey ? TableErrors.DifferentPartitions
                : !rows.Add(write.RowKey) ? TableErrors.DuplicateRow
                : EntityRules.Violation(write.PartitionKey, write.RowKey, write.Properties);
            if (error is not null) return error with { FailedAction = i };
        }

        return prepared.Sum(Size) > MaxRequestSize ? StorageError.RequestTooLarge : null;
    }

    // Only the keys and the properties are counted, not the rest of the request.
    static long Size(PreparedWrite prepared) =>
        prepared.PartitionKey.Length + prepared.RowKey.Length + prepared.Properties.Length;
}
