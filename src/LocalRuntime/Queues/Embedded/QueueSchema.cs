namespace LocalRuntime.Queues.Embedded;

/// <summary>The tables of queues. Times are UTC ticks.</summary>
static class QueueSchema
{
    const string Sql = """
        CREATE TABLE IF NOT EXISTS queues (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, metadata TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS queue_messages (
          sequence INTEGER PRIMARY KEY, queue_id INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, pop_receipt TEXT NOT NULL,
          text TEXT NOT NULL, inserted_on INTEGER NOT NULL, expires_on INTEGER NOT NULL, visible_on INTEGER NOT NULL,
          dequeue_count INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS queue_messages_by_visibility ON queue_messages (queue_id, visible_on);
        """;

    public static bool Open(SqliteConnection connection)
    {
        connection.ExecuteScript(Sql);
        return true;
    }
}
