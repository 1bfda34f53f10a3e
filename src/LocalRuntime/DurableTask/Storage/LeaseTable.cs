namespace LocalRuntime.DurableTask.Storage;

static class LeaseTable
{
    public static List<string> Owners(SqliteConnection connection) => connection.Query(
        """
        SELECT lease_owner FROM durable_instances WHERE due_at IS NOT NULL AND lease_owner IS NOT NULL
        UNION SELECT lease_owner FROM durable_activities WHERE lease_until > 0
        """, row => row.GetString(0));

    public static int Release(SqliteConnection connection, string owner) =>
        connection.Execute(
            """
            UPDATE durable_instances SET lease_owner = NULL, lease_until = NULL
            WHERE due_at IS NOT NULL AND lease_owner = $1
            """,
            owner)
        + connection.Execute(
            """
            UPDATE durable_activities SET lease_owner = NULL, lease_until = 0 WHERE lease_until > 0 AND lease_owner = $1
            """, owner);
}
