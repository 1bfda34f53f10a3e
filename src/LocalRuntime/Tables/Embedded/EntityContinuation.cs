using System.Text.Json;

namespace LocalRuntime.Tables;

/// <summary>The key with which the next page begins; opaque to clients.</summary>
sealed record EntityContinuation(string PartitionKey, string RowKey)
{
    public static EntityContinuation At(StoredEntity entity) => new(entity.PartitionKey!, entity.RowKey!);

    /// <summary>Where the token says; throws <see cref="FormatException"/> for one that this store did not give out.</summary>
    public static EntityContinuation Read(string token)
    {
        try
        {
            return JsonSerializer.Deserialize<EntityContinuation>(Convert.FromBase64String(token)) is { PartitionKey: not null, RowKey: not null } read
                ? read
                : throw new FormatException("The continuation names no row.");
        }
        catch (JsonException unreadable)
        {
            throw new FormatException("The continuation is not one of this store.", unreadable);
        }
    }

    public override string ToString() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this));

    public KeyRange Continue(KeyRange range) => range with { FirstPartition = PartitionKey, FirstRow = RowKey };
}
