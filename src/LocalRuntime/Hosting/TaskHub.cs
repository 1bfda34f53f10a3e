using LocalRuntime.Store;

namespace LocalRuntime.Hosting;

/// <summary>
/// A store holds the orchestrations of one task hub. A host whose host.json names another one would, on Azure, not see them; here it
/// is refused, so that two hubs never mix.
/// </summary>
internal static class TaskHub
{
    /// <summary>What the Functions host calls the hub of an app that names none, when it runs on a developer's machine.</summary>
    public const string Default = "TestHubName";

    /// <summary>Makes the store the hub's, unless it is another's.</summary>
    public static void Claim(EmbeddedStore store, string? hubName)
    {
        var name = hubName ?? Default;
        var holder = store.WriteAsync(connection =>
        {
            connection.Execute("CREATE TABLE IF NOT EXISTS host_task_hub (one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL COLLATE NOCASE)");
            connection.Execute("INSERT OR IGNORE INTO host_task_hub (one, name) VALUES (1, $1)", name);
            return connection.QueryFirst("SELECT name FROM host_task_hub", row => row.GetString(0));
        }).GetAwaiter().GetResult();
        if (!string.Equals(holder, name, StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(
                $"host.json: 'extensions.durableTask.hubName' is {name}, but {store.Path} holds the task hub {holder}. Name another store with --data.");
    }
}
