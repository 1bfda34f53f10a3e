namespace LocalRuntime.DurableTask.Storage;

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

    /// <summary>The instances that match and follow the id <paramref name="after"/>, in order of their ids.</summary>
    public static List<OrchestrationMetadata> List(
        SqliteConnection connection, OrchestrationQuery query, string? after, int limit) => connection.Query(
        $"""
        {Columns} WHERE {InstanceFilter.Matches}
          AND instance_id > $4 AND instance_id >= $5 AND instance_id < $6 ORDER BY instance_id LIMIT $7
        """,
        row => Read(row, query.FetchInputsAndOutputs),
        InstanceFilter.Ticks(query.CreatedFrom), InstanceFilter.Ticks(query.CreatedTo),
        InstanceFilter.List(query.Statuses), after ?? string.Empty, query.InstanceIdPrefix ?? string.Empty,
        query.InstanceIdPrefix + LastCharacter, limit);

    // Without a converter the official type refuses to read inputs and outputs.
    static OrchestrationMetadata Read(SqliteDataReader row, bool withPayloads) => new(
        name: row.GetString(1), instanceId: row.GetString(0))
    {
        RuntimeStatus = (OrchestrationRuntimeStatus)row.GetInt32(2),
        CreatedAt = new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero),
        LastUpdatedAt = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
        FailureDetails = row.IsDBNull(5) ? null : JsonSerializer.Deserialize<TaskFailureDetails>(row.GetString(5)),
        DataConverter = withPayloads ? OrchestrationJson.Converter : null,
        SerializedInput = withPayloads ? row.GetStringOrNull(6) : null,
        SerializedOutput = withPayloads ? row.GetStringOrNull(7) : null,
        SerializedCustomStatus = withPayloads ? row.GetStringOrNull(8) : null,
    };
}

/// <summary>A filter as SQL with the parameters <c>$1</c> to <c>$3</c>; null filters nothing.</summary>
static class InstanceFilter
{
    public const string Matches = """
        ($1 IS NULL OR created_at >= $1) AND ($2 IS NULL OR created_at <= $2)
        AND ($3 IS NULL OR instr($3, '|' || status || '|') > 0)
        """;

    public static object? Ticks(DateTimeOffset? instant) => instant?.UtcTicks;

    /// <summary>The wanted statuses as <c>|1|3|</c>.</summary>
    public static object? List(IEnumerable<OrchestrationRuntimeStatus>? statuses)
    {
        var wanted = statuses?.Select(status => ((int)status).ToString(CultureInfo.InvariantCulture)).ToList();
        return wanted is null or [] ? null : $"|{string.Join('|', wanted)}|";
    }
}
