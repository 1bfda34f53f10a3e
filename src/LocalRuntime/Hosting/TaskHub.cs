namespace LocalRuntime.Hosting;

/// <summary>A store holds the orchestrations of one task hub; a host with another task hub is refused.</summary>
static class TaskHub
{
    // The name that the Functions host uses on a developer's machine when host.json names no task hub.
    const string Default = "TestHubName";

    public static void Claim(EmbeddedStore store, string? hubName)
    {
        var name = hubName ?? Default;
        var holder = store.WriteAsync(connection =>
        {
            connection.Execute(
                """
                CREATE TABLE IF NOT EXISTS host_task_hub (
                  one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL COLLATE NOCASE)
                """);
            connection.Execute("INSERT OR IGNORE INTO host_task_hub (one, name) VALUES (1, $1)", name);
            return connection.QueryFirst("SELECT name FROM host_task_hub", row => row.GetString(0));
        }).GetAwaiter().GetResult();
        if (string.Equals(holder, name, StringComparison.OrdinalIgnoreCase)) return;
        throw new RefusedException(
            $"host.json: 'extensions.durableTask.hubName' is {name}, but {store.Path} holds the task hub {holder}. "
            + "Name another store with --data.");
    }
}
