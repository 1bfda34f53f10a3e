using Azure;
using Azure.Data.Tables;

namespace LocalRuntime.Tables;

/// <summary>One write: what is done, to which entity, on condition of which version (<c>default</c>: none), with which values.</summary>
sealed record EntityWrite(TableTransactionActionType Action, string PartitionKey, string RowKey, ETag Condition, IReadOnlyDictionary<string, object> Properties)
{
    static readonly Dictionary<string, object> Nothing = [];

    public bool IsMerge => Action is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge;

    public bool IsUpsert => Action is TableTransactionActionType.UpsertMerge or TableTransactionActionType.UpsertReplace;

    public static EntityWrite Of(TableTransactionActionType action, ITableEntity entity, ETag condition)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.PartitionKey is null || entity.RowKey is null) throw new ArgumentNullException(nameof(entity), "An entity has both its keys.");
        return action == TableTransactionActionType.Delete
            ? Delete(entity.PartitionKey, entity.RowKey, condition)
            : new(Unconditional(action, condition), entity.PartitionKey, entity.RowKey, condition, EntityMapper.ToProperties(entity));
    }

    public static EntityWrite Delete(string partitionKey, string rowKey, ETag condition) =>
        new(TableTransactionActionType.Delete, partitionKey, rowKey, condition == default ? ETag.All : condition, Nothing);

    // An update without a condition goes out without If-Match, which to the service is an upsert.
    static TableTransactionActionType Unconditional(TableTransactionActionType action, ETag condition) => (action, condition == default) switch
    {
        (TableTransactionActionType.UpdateMerge, true) => TableTransactionActionType.UpsertMerge,
        (TableTransactionActionType.UpdateReplace, true) => TableTransactionActionType.UpsertReplace,
        _ => action,
    };
}
