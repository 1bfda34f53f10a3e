namespace LocalRuntime.DurableTask.Storage;

static class InstancePurger
{
    const string Ended = "status IN (1, 3, 5)";

    // A large purge takes several transactions, so that it does not block other writers.
    const int BatchSize = 500;

    /// <summary>Purges one instance and returns 1; 0 when it is running or does not exist.</summary>
    public static int Purge(SqliteConnection connection, string instanceId)
    {
        if (InstanceTable.Find(connection, instanceId) is not { HasEnded: true }) return 0;
        InstanceTable.Delete(connection, instanceId);
        return 1;
    }

    /// <summary>Purges some of the instances that match and returns how many; 0 when none is left.</summary>
    public static int PurgeBatch(SqliteConnection connection, PurgeInstancesFilter filter)
    {
        var found = connection.Query(
            $"SELECT instance_id FROM durable_instances WHERE {Ended} AND {InstanceFilter.Matches} LIMIT $4",
            row => row.GetString(0),
            InstanceFilter.Ticks(filter.CreatedFrom), InstanceFilter.Ticks(filter.CreatedTo),
            InstanceFilter.List(filter.Statuses), BatchSize);
        foreach (var instanceId in found) InstanceTable.Delete(connection, instanceId);
        return found.Count;
    }
}
