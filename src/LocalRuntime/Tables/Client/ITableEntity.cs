namespace Azure.Data.Tables;

/// <summary>What every entity has: its two keys, when it was last written, and the tag of that write.</summary>
public interface ITableEntity
{
    /// <summary>Names the partition; entities of one partition can be written together.</summary>
    string PartitionKey { get; set; }

    /// <summary>Names the entity within its partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the entity.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version that the service gave the entity's last write.</summary>
    ETag ETag { get; set; }
}
