using LocalRuntime.Store;
using LocalRuntime.Tables.Entities;
using LocalRuntime.Tables.Filters;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.Tables.Embedded;

/// <summary>The rows of one table, on one connection.</summary>
readonly struct EntityTable
{
    readonly SqliteConnection connection;
    readonly long tableId;

    EntityTable(SqliteConnection connection, long tableId) => (this.connection, this.tableId) = (connection, tableId);

    public static EntityTable? Find(SqliteConnection connection, string name)
    {
        var id = connection.QueryFirst("SELECT id FROM tables WHERE name = $1", row => row.GetInt64(0), name);
        return id == 0 ? null : new EntityTable(connection, id);
    }

    public StoredEntity? Get(string partitionKey, string rowKey) => connection.QueryFirst(
        "SELECT partition_key, row_key, timestamp, etag, properties FROM entities WHERE table_id = $1 AND partition_key = $2 AND row_key = $3",
        Entity,
        tableId,
        KeyBytes.Of(partitionKey),
        KeyBytes.Of(rowKey));

    /// <summary>The version that is stored; null when nothing is.</summary>
    public string? Version(PreparedWrite write) => connection.QueryFirst(
        "SELECT etag FROM entities WHERE table_id = $1 AND partition_key = $2 AND row_key = $3",
        row => row.GetString(0),
        tableId,
        write.PartitionKey,
        write.RowKey);

    public void Add(PreparedWrite write, DateTimeOffset timestamp, string etag) => connection.Execute(
        "INSERT INTO entities (table_id, partition_key, row_key, timestamp, etag, properties) VALUES ($1, $2, $3, $4, $5, $6)",
        tableId,
        write.PartitionKey,
        write.RowKey,
        timestamp.UtcTicks,
        etag,
        write.Properties);

    public void Replace(PreparedWrite write, DateTimeOffset timestamp, string etag, byte[] properties) => connection.Execute(
        "UPDATE entities SET timestamp = $4, etag = $5, properties = $6 WHERE table_id = $1 AND partition_key = $2 AND row_key = $3",
        tableId,
        write.PartitionKey,
        write.RowKey,
        timestamp.UtcTicks,
        etag,
        properties);

    public void Delete(PreparedWrite write) => connection.Execute(
        "DELETE FROM entities WHERE table_id = $1 AND partition_key = $2 AND row_key = $3", tableId, write.PartitionKey, write.RowKey);

    public void DeleteAll()
    {
        connection.Execute("DELETE FROM entities WHERE table_id = $1", tableId);
        connection.Execute("DELETE FROM tables WHERE id = $1", tableId);
    }

    /// <summary>At most <paramref name="size"/> matches from the start of the range on, and the one after them, which the next page begins with.</summary>
    public (List<StoredEntity> Matches, StoredEntity? Next) Scan(Filter? filter, KeyRange range, int size)
    {
        var matches = new List<StoredEntity>();
        StoredEntity? following = null;
        connection.Scan(
            """
            SELECT partition_key, row_key, timestamp, etag, properties FROM entities
            WHERE table_id = $1 AND (partition_key, row_key) >= ($2, $3) AND (partition_key, row_key) <= ($4, $5)
            ORDER BY partition_key, row_key
            """,
            row =>
            {
                var entity = Entity(row);
                if (filter?.Matches(entity.Value) == false) return true;
                if (matches.Count < size) matches.Add(entity);
                else following = entity;
                return following is null;
            },
            tableId,
            KeyBytes.Of(range.FirstPartition ?? ""),
            KeyBytes.Of(range.FirstRow ?? ""),
            range.LastPartition is null ? KeyBytes.AfterAll : KeyBytes.Of(range.LastPartition),
            range.LastRow is null ? KeyBytes.AfterAll : KeyBytes.Of(range.LastRow));
        return (matches, following);
    }

    static StoredEntity Entity(SqliteDataReader row) => new(
        KeyBytes.ToKey(row.GetFieldValue<byte[]>(0)),
        KeyBytes.ToKey(row.GetFieldValue<byte[]>(1)),
        new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero),
        row.GetString(3),
        row.GetFieldValue<byte[]>(4));
}
