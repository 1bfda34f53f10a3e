using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>What clients may know of instances.</summary>
static class MetadataQueries
{
    const string Columns = "SELECT instance_id, name, status, created_at, updated_at, failure, input, output, custom_status FROM durable_instances";

    // Behind everything that begins with a prefix: the largest code point, which no text contains.
    const string LastCharacter = "\U0010FFFF";

    public static OrchestrationMetadata? Find(SqliteConnection connection, string instanceId, bool withPayloads) =>
        connection.Rows($"{Columns} WHERE instance_id = @1", row => Read(row, withPayloads), instanceId).FirstOrDefault();

    /// <summary>At most <paramref name="most"/> that match, in order of their ids, after <paramref name="after"/>.</summary>
    public static List<OrchestrationMetadata> List(SqliteConnection connection, OrchestrationQuery query, string? after, int most) => connection.Rows(
        $"""
        {Columns} WHERE {InstanceFilter.CreatedFrom} AND {InstanceFilter.CreatedTo} AND {InstanceFilter.Statuses}
          AND instance_id > @4 AND instance_id >= @5 AND instance_id < @6 ORDER BY instance_id LIMIT @7
        """,
        row => Read(row, query.FetchInputsAndOutputs),
        InstanceFilter.Ticks(query.CreatedFrom),
        InstanceFilter.Ticks(query.CreatedTo),
        InstanceFilter.List(query.Statuses),
        after ?? string.Empty,
        query.InstanceIdPrefix ?? string.Empty,
        query.InstanceIdPrefix + LastCharacter,
        most);

    static OrchestrationMetadata Read(SqliteDataReader row, bool withPayloads) => new(row.GetString(1), row.GetString(0))
    {
        RuntimeStatus = (OrchestrationRuntimeStatus)row.GetInt32(2),
        CreatedAt = new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero),
        LastUpdatedAt = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
        FailureDetails = row.Text(5) is { } failure ? JsonSerializer.Deserialize<TaskFailureDetails>(failure) : null,
        HasInputsAndOutputs = withPayloads,
        SerializedInput = withPayloads ? row.Text(6) : null,
        SerializedOutput = withPayloads ? row.Text(7) : null,
        SerializedCustomStatus = withPayloads ? row.Text(8) : null,
    };
}
