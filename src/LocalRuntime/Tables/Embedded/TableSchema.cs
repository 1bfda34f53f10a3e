namespace LocalRuntime.Tables.Embedded;

static class TableSchema
{
    const string Sql = """
        CREATE TABLE IF NOT EXISTS tables (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE);
        CREATE TABLE IF NOT EXISTS entities (
          table_id INTEGER NOT NULL, partition_key BLOB NOT NULL, row_key BLOB NOT NULL, timestamp INTEGER NOT NULL,
          etag TEXT NOT NULL, properties BLOB NOT NULL, PRIMARY KEY (table_id, partition_key, row_key));
        CREATE TABLE IF NOT EXISTS table_epochs (epoch INTEGER NOT NULL);
        INSERT INTO table_epochs SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM table_epochs);
        UPDATE table_epochs SET epoch = epoch + 1;
        """;

    /// <summary>Creates the tables and returns a number that no earlier opening of the store has had.</summary>
    public static long Open(SqliteConnection connection)
    {
        connection.ExecuteScript(Sql);
        return connection.QueryFirst("SELECT epoch FROM table_epochs", row => row.GetInt64(0));
    }
}
