using System.Collections.ObjectModel;

namespace LocalRuntime.Tables.Entities;

/// <summary>
/// One write of an entity. <paramref name="Condition"/> is the ETag that the stored entity must have; null or
/// <see cref="AnyVersion"/> for any.
/// </summary>
sealed record EntityWrite(
    TableTransactionActionType Action, string PartitionKey, string RowKey, string? Condition,
    IReadOnlyDictionary<string, object> Properties)
{
    public const string AnyVersion = "*";

    public static IReadOnlyDictionary<string, object> NoProperties => ReadOnlyDictionary<string, object>.Empty;

    public bool IsMerge => Action is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge;

    public bool IsUpsert =>
        Action is TableTransactionActionType.UpsertMerge or TableTransactionActionType.UpsertReplace;
}
