using Microsoft.Data.Sqlite;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>Who has which turns and activities, over all of them.</summary>
static class LeaseTable
{
    /// <summary>Everyone who holds a lease.</summary>
    public static List<string> Owners(SqliteConnection connection) => connection.Rows(
        """
        SELECT lease_owner FROM durable_instances WHERE due_at IS NOT NULL AND lease_owner IS NOT NULL
        UNION SELECT lease_owner FROM durable_activities WHERE lease_until > 0
        """,
        row => row.GetString(0));

    /// <summary>Gives back all that <paramref name="owner"/> holds.</summary>
    public static int Release(SqliteConnection connection, string owner) =>
        connection.Run("UPDATE durable_instances SET lease_owner = NULL, lease_until = NULL WHERE due_at IS NOT NULL AND lease_owner = @1", owner)
        + connection.Run("UPDATE durable_activities SET lease_owner = NULL, lease_until = 0 WHERE lease_until > 0 AND lease_owner = @1", owner);
}
