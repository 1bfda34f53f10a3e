using Azure.Data.Tables;

namespace LocalRuntime.Tables.Entities;

/// <summary>
/// One write: what is done, to which entity, with which values. <paramref name="Condition"/> is the version that the entity must have;
/// null or <see cref="AnyVersion"/> for any.
/// </summary>
sealed record EntityWrite(
    TableTransactionActionType Action,
    string PartitionKey,
    string RowKey,
    string? Condition,
    IReadOnlyDictionary<string, object> Properties)
{
    public const string AnyVersion = "*";

    public bool IsMerge => Action is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge;

    public bool IsUpsert => Action is TableTransactionActionType.UpsertMerge or TableTransactionActionType.UpsertReplace;
}
