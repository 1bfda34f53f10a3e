using System.Text.Json;

namespace LocalRuntime.Tables;

/// <summary>The key with which the next page begins; opaque to clients.</summary>
sealed record EntityContinuation(string PartitionKey, string RowKey)
{
    public static EntityContinuation At(StoredEntity entity) => new(entity.PartitionKey!, entity.RowKey!);

    public static EntityContinuation Read(string token) => JsonSerializer.Deserialize<EntityContinuation>(Convert.FromBase64String(token))!;

    public override string ToString() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this));

    public KeyRange Continue(KeyRange range) => range with { FirstPartition = PartitionKey, FirstRow = RowKey };
}
