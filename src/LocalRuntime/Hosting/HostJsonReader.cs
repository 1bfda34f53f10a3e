namespace LocalRuntime.Hosting;

/// <summary>Reads host.json; a setting that this host would ignore is refused by its path.</summary>
static class HostJsonReader
{
    const string Queues = "extensions.queues.";
    const string Durable = "extensions.durableTask.";
    const string LogLevels = "logging.logLevel.";

    public static HostJson ReadFile(string path, IReadOnlyList<HostJsonSetting> overrides) => File.Exists(path)
        ? Read(File.ReadAllText(path), overrides)
        : throw new RefusedException($"There is no host.json at {path}.");

    public static HostJson Read(string text, IReadOnlyList<HostJsonSetting>? overrides = null)
    {
        try
        {
            using var json = JsonDocument.Parse(text, SettingsFile.Lenient);
            var settings = Settings("", json.RootElement).ToList();
            if (settings.TrueForAll(setting => setting.Path != "version"))
                throw new RefusedException("host.json: 'version' is missing; it must be \"2.0\".");
            return settings.Concat(overrides ?? []).Aggregate(new HostJson(), Apply);
        }
        catch (JsonException broken)
        {
            throw new RefusedException($"host.json is not JSON: {broken.Message}");
        }
    }

    static IEnumerable<HostJsonSetting> Settings(string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(p =>
                Settings(path.Length == 0 ? p.Name : $"{path}.{p.Name}", p.Value))
            : [new HostJsonSetting(path, element)];

    static HostJson Apply(HostJson host, HostJsonSetting setting) => setting.Path switch
    {
        "$schema" => host,
        "version" => setting.Text() == "2.0" ? host : throw setting.Wrong("\"2.0\""),
        "extensions.http.routePrefix" => host with { RoutePrefix = setting.Text() },
        var path when path.StartsWith(Queues, StringComparison.Ordinal) =>
            host with { Queues = Apply(host.Queues, path[Queues.Length..], setting) },
        var path when path.StartsWith(Durable, StringComparison.Ordinal) =>
            host with { Durable = Apply(host.Durable, path[Durable.Length..], setting) },
        var path when path.StartsWith(LogLevels, StringComparison.Ordinal) =>
            host with { LogLevels = With(host.LogLevels, path[LogLevels.Length..], setting.Level()) },
        _ => throw setting.Unsupported(),
    };

    static QueueSettings Apply(QueueSettings queues, string name, HostJsonSetting setting) => name switch
    {
        "batchSize" => queues with { BatchSize = setting.Number(1, 32) },
        "newBatchThreshold" => queues with { NewBatchThreshold = setting.Number(0, 1000) },
        "maxDequeueCount" => queues with { MaxDequeueCount = setting.Number(1, 1000) },
        "visibilityTimeout" =>
            queues with { VisibilityTimeout = setting.Time(TimeSpan.Zero, TimeSpan.FromDays(7)) },
        "maxPollingInterval" => queues with { MaxPollingInterval = setting.Polling() },
        "messageEncoding" => queues with { Base64 = setting.IsBase64() },
        _ => throw setting.Unsupported(),
    };

    static DurableSettings Apply(DurableSettings durable, string name, HostJsonSetting setting) => name switch
    {
        "hubName" => durable with { HubName = setting.HubName() },
        "maxConcurrentActivityFunctions" =>
            durable with { MaxConcurrentActivityFunctions = setting.Number(1, 1000) },
        "maxConcurrentOrchestratorFunctions" =>
            durable with { MaxConcurrentOrchestratorFunctions = setting.Number(1, 1000) },
        "storageProvider.maxQueuePollingInterval" => durable with { MaxQueuePollingInterval = setting.Polling() },
        "storageProvider.controlQueueVisibilityTimeout" =>
            durable with { ControlQueueVisibilityTimeout = setting.Visibility() },
        "storageProvider.workItemQueueVisibilityTimeout" =>
            durable with { WorkItemQueueVisibilityTimeout = setting.Visibility() },
        // This host drops an event for an instance that has ended or does not exist, which is not the default.
        "throwStatusExceptionsOnRaiseEvent" =>
            setting.Value.ValueKind == JsonValueKind.False ? durable : throw setting.Wrong("false"),
        _ => throw setting.Unsupported(),
    };

    static Dictionary<string, string> With(
        IReadOnlyDictionary<string, string> levels, string category, string level) =>
        new(levels, StringComparer.OrdinalIgnoreCase) { [category] = level };
}
