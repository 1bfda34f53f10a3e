using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>Forgets instances that have ended.</summary>
static class Purges
{
    const string Ended = "status IN (1, 3, 4, 5)";

    // A large purge takes several transactions, so that it never keeps other writers waiting for long.
    const int AtOnce = 500;

    /// <summary>Forgets one; 0 when it runs or there is none.</summary>
    public static int One(SqliteConnection connection, string instanceId)
    {
        if (InstanceTable.Find(connection, instanceId) is not { HasEnded: true }) return 0;
        InstanceTable.Delete(connection, instanceId);
        return 1;
    }

    /// <summary>Forgets some that match; 0 when none is left.</summary>
    public static int Some(SqliteConnection connection, PurgeInstancesFilter filter)
    {
        var found = connection.Rows(
            $"SELECT instance_id FROM durable_instances WHERE {Ended} AND {InstanceFilter.CreatedFrom} AND {InstanceFilter.CreatedTo} AND {InstanceFilter.Statuses} LIMIT @4",
            row => row.GetString(0),
            InstanceFilter.Ticks(filter.CreatedFrom),
            InstanceFilter.Ticks(filter.CreatedTo),
            InstanceFilter.List(filter.Statuses),
            AtOnce);
        foreach (var instanceId in found) InstanceTable.Delete(connection, instanceId);
        return found.Count;
    }
}
