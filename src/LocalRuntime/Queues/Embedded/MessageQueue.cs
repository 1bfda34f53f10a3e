namespace LocalRuntime.Queues.Embedded;

/// <summary>The rows of one queue, on one connection.</summary>
readonly struct MessageQueue
{
    const string Columns = "id, pop_receipt, text, inserted_on, expires_on, visible_on, dequeue_count";

    readonly SqliteConnection connection;
    readonly long queueId;

    MessageQueue(SqliteConnection connection, long queueId) => (this.connection, this.queueId) = (connection, queueId);

    public static MessageQueue? Find(SqliteConnection connection, string name)
    {
        var id = connection.QueryFirst("SELECT id FROM queues WHERE name = $1", row => row.GetInt64(0), name);
        return id == 0 ? null : new MessageQueue(connection, id);
    }

    public string Metadata() =>
        connection.QueryFirst("SELECT metadata FROM queues WHERE id = $1", row => row.GetString(0), queueId)!;

    public int Count(DateTimeOffset now) => connection.QueryFirst(
        "SELECT count(*) FROM queue_messages WHERE queue_id = $1 AND expires_on > $2",
        row => row.GetInt32(0), queueId, now.UtcTicks);

    public void Add(StoredMessage message) => connection.Execute(
        $"INSERT INTO queue_messages ({Columns}, queue_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        message.Id, message.PopReceipt, message.Text, message.InsertedOn.UtcTicks, message.ExpiresOn.UtcTicks,
        message.NextVisibleOn.UtcTicks, message.DequeueCount, queueId);

    public void Change(StoredMessage message) => connection.Execute(
        "UPDATE queue_messages SET pop_receipt = $2, text = $3, visible_on = $4, dequeue_count = $5 WHERE id = $1",
        message.Id, message.PopReceipt, message.Text, message.NextVisibleOn.UtcTicks, message.DequeueCount);

    public int Remove(string messageId) => connection.Execute("DELETE FROM queue_messages WHERE id = $1", messageId);

    /// <summary>Deletes the visible messages whose time to live has ended.</summary>
    public void RemoveExpired(DateTimeOffset now) => connection.Execute(
        "DELETE FROM queue_messages WHERE queue_id = $1 AND visible_on <= $2 AND expires_on <= $2",
        queueId, now.UtcTicks);

    public StoredMessage? Get(string messageId, DateTimeOffset now) => connection.QueryFirst(
        $"SELECT {Columns} FROM queue_messages WHERE id = $1 AND queue_id = $2 AND expires_on > $3",
        Message, messageId, queueId, now.UtcTicks);

    public List<StoredMessage> Visible(int limit, DateTimeOffset now) => connection.Query(
        $"""
        SELECT {Columns} FROM queue_messages WHERE queue_id = $1 AND visible_on <= $2 AND expires_on > $2
        ORDER BY visible_on, sequence LIMIT $3
        """, Message, queueId, now.UtcTicks, limit);

    public DateTimeOffset? NextVisibleOn(DateTimeOffset now) => connection.QueryFirst(
        """
        SELECT visible_on FROM queue_messages WHERE queue_id = $1 AND expires_on > max(visible_on, $2)
        ORDER BY visible_on LIMIT 1
        """, row => (DateTimeOffset?)Instant(row.GetInt64(0)), queueId, now.UtcTicks);

    static StoredMessage Message(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), Instant(row.GetInt64(3)), Instant(row.GetInt64(4)),
        Instant(row.GetInt64(5)), row.GetInt64(6));

    static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
