namespace Azure.Data.Tables;

/// <summary>One write of a transaction.</summary>
public class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    /// <summary>What is done.</summary>
    public TableTransactionActionType ActionType { get; } = actionType;

    /// <summary>The entity to which it is done.</summary>
    public ITableEntity Entity { get; } = entity;

    /// <summary>The version that the entity must have; none by default.</summary>
    public ETag ETag { get; } = etag;
}

/// <summary>The writes that a transaction can hold.</summary>
public enum TableTransactionActionType
{
    /// <summary>Insert; the entity must not exist.</summary>
    Add = 0,

    /// <summary>Update an existing entity and keep the properties that are not named.</summary>
    UpdateMerge = 1,

    /// <summary>Update an existing entity and drop the properties that are not named.</summary>
    UpdateReplace = 2,

    /// <summary>Delete; the entity must exist.</summary>
    Delete = 3,

    /// <summary>Insert or merge.</summary>
    UpsertMerge = 4,

    /// <summary>Insert or replace.</summary>
    UpsertReplace = 5,
}
