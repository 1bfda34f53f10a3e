using System.Text.Json;
using LocalRuntime.Store;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>Reads instances as clients see them.</summary>
static class MetadataQueries
{
    const string Columns = """
        SELECT instance_id, name, status, created_at, updated_at, failure, input, output, custom_status
        FROM durable_instances
        """;

    // The largest code point; no text contains it, so it sorts after everything that begins with a prefix.
    const string LastCharacter = "\U0010FFFF";

    public static OrchestrationMetadata? Find(SqliteConnection connection, string instanceId, bool withPayloads) =>
        connection.QueryFirst($"{Columns} WHERE instance_id = $1", row => Read(row, withPayloads), instanceId);

    /// <summary>
    /// At most <paramref name="limit"/> instances that match, in order of their ids, after the id
    /// <paramref name="after"/>.
    /// </summary>
    public static List<OrchestrationMetadata> List(
        SqliteConnection connection, OrchestrationQuery query, string? after, int limit) => connection.Query(
        $"""
        {Columns} WHERE {InstanceFilter.CreatedFrom} AND {InstanceFilter.CreatedTo} AND {InstanceFilter.Statuses}
          AND instance_id > $4 AND instance_id >= $5 AND instance_id < $6 ORDER BY instance_id LIMIT $7
        """,
        row => Read(row, query.FetchInputsAndOutputs),
        InstanceFilter.Ticks(query.CreatedFrom), InstanceFilter.Ticks(query.CreatedTo),
        InstanceFilter.List(query.Statuses), after ?? string.Empty, query.InstanceIdPrefix ?? string.Empty,
        query.InstanceIdPrefix + LastCharacter, limit);

    // Without a converter the official type refuses to read inputs and outputs, which is right when they were not asked
    // for.
    static OrchestrationMetadata Read(SqliteDataReader row, bool withPayloads) => new(
        name: row.GetString(1), instanceId: row.GetString(0))
    {
        RuntimeStatus = (OrchestrationRuntimeStatus)row.GetInt32(2),
        CreatedAt = new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero),
        LastUpdatedAt = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
        FailureDetails = row.Text(5) is { } failure ? JsonSerializer.Deserialize<TaskFailureDetails>(failure) : null,
        DataConverter = withPayloads ? OrchestrationJson.Converter : null,
        SerializedInput = withPayloads ? row.Text(6) : null,
        SerializedOutput = withPayloads ? row.Text(7) : null,
        SerializedCustomStatus = withPayloads ? row.Text(8) : null,
    };
}
