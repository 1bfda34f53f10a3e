namespace LocalRuntime.Tables.Embedded;

/// <summary>The rows of one table, on one connection.</summary>
readonly struct EntityTable
{
    const string Select = "SELECT partition_key, row_key, timestamp, etag, properties FROM entities";
    const string Insert = """
        INSERT INTO entities (table_id, partition_key, row_key, timestamp, etag, properties)
        VALUES ($1, $2, $3, $4, $5, $6)
        """;
    const string IsKey = "WHERE table_id = $1 AND partition_key = $2 AND row_key = $3";

    readonly SqliteConnection connection;
    readonly long tableId;

    EntityTable(SqliteConnection connection, long tableId) => (this.connection, this.tableId) = (connection, tableId);

    public static EntityTable? Find(SqliteConnection connection, string name)
    {
        var id = connection.QueryFirst("SELECT id FROM tables WHERE name = $1", row => row.GetInt64(0), name);
        return id == 0 ? null : new EntityTable(connection, id);
    }

    public StoredEntity? Get(string partitionKey, string rowKey) => connection.QueryFirst(
        $"{Select} {IsKey}", Entity, tableId, KeyBytes.From(partitionKey), KeyBytes.From(rowKey));

    /// <summary>The stored entity's ETag; null when there is no entity.</summary>
    public string? ETag(PreparedWrite write) => connection.QueryFirst(
        $"SELECT etag FROM entities {IsKey}", row => row.GetString(0), tableId, write.PartitionKey, write.RowKey);

    /// <summary>Inserts the entity; false when it exists.</summary>
    public bool TryAdd(PreparedWrite write, DateTimeOffset timestamp, string etag) =>
        Execute($"{Insert} ON CONFLICT DO NOTHING", write, timestamp, etag, write.Properties) == 1;

    /// <summary>Inserts the entity or replaces the stored one.</summary>
    public int Put(PreparedWrite write, DateTimeOffset timestamp, string etag, byte[] properties) => Execute(
        $"""
        {Insert} ON CONFLICT DO UPDATE SET
          timestamp = excluded.timestamp, etag = excluded.etag, properties = excluded.properties
        """, write, timestamp, etag, properties);

    public void Delete(PreparedWrite write) =>
        connection.Execute($"DELETE FROM entities {IsKey}", tableId, write.PartitionKey, write.RowKey);

    public void DeleteAll()
    {
        connection.Execute("DELETE FROM entities WHERE table_id = $1", tableId);
        connection.Execute("DELETE FROM tables WHERE id = $1", tableId);
    }

    /// <summary>One page of matches, and the match after them, which begins the next page.</summary>
    public (List<StoredEntity> Matches, StoredEntity? Next) Scan(Filter? filter, KeyRange range, int size)
    {
        var matches = new List<StoredEntity>();
        StoredEntity? following = null;
        connection.Scan(
            $"""
            {Select} WHERE table_id = $1
              AND (partition_key, row_key) >= ($2, $3) AND (partition_key, row_key) <= ($4, $5)
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
            KeyBytes.From(range.FirstPartition ?? ""),
            KeyBytes.From(range.FirstRow ?? ""),
            range.LastPartition is null ? KeyBytes.AfterAll : KeyBytes.From(range.LastPartition),
            range.LastRow is null ? KeyBytes.AfterAll : KeyBytes.From(range.LastRow));
        return (matches, following);
    }

    int Execute(string sql, PreparedWrite write, DateTimeOffset timestamp, string etag, byte[] properties) =>
        connection.Execute(sql, tableId, write.PartitionKey, write.RowKey, timestamp.UtcTicks, etag, properties);

    static StoredEntity Entity(SqliteDataReader row) => new(
        KeyBytes.ToKey(row.GetFieldValue<byte[]>(0)), KeyBytes.ToKey(row.GetFieldValue<byte[]>(1)),
        new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero), row.GetString(3), row.GetFieldValue<byte[]>(4));
}
