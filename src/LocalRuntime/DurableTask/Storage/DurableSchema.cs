namespace LocalRuntime.DurableTask.Storage;

/// <summary>The tables of orchestrations; <c>due_at</c> is the instant of an instance's first message.</summary>
static class DurableSchema
{
    const string Sql = """
        CREATE TABLE IF NOT EXISTS durable_instances (
          id INTEGER PRIMARY KEY, instance_id TEXT NOT NULL UNIQUE, execution_id TEXT NOT NULL, name TEXT NOT NULL,
          status INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, start_at INTEGER NOT NULL,
          turns INTEGER NOT NULL DEFAULT 0, due_at INTEGER, lease_owner TEXT, lease_until INTEGER,
          parent TEXT, input TEXT, output TEXT, custom_status TEXT, failure TEXT);
        CREATE INDEX IF NOT EXISTS durable_instances_due ON durable_instances (due_at) WHERE due_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS durable_history (
          instance_id TEXT NOT NULL, turn INTEGER NOT NULL, events TEXT NOT NULL,
          PRIMARY KEY (instance_id, turn)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS durable_inbox (
          id INTEGER PRIMARY KEY AUTOINCREMENT, instance_id TEXT NOT NULL, execution_id TEXT,
          visible_at INTEGER NOT NULL, timer_id INTEGER, event TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS durable_inbox_instance ON durable_inbox (instance_id, visible_at);
        CREATE TABLE IF NOT EXISTS durable_activities (
          id INTEGER PRIMARY KEY AUTOINCREMENT, instance_id TEXT NOT NULL, execution_id TEXT NOT NULL,
          task_id INTEGER NOT NULL, name TEXT NOT NULL, input TEXT, lease_owner TEXT,
          lease_until INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS durable_activities_lease ON durable_activities (lease_until, id);
        """;

    public static int Create(SqliteConnection connection) => connection.ExecuteScript(Sql);
}
