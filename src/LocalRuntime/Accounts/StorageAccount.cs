namespace LocalRuntime.Accounts;

/// <summary>What a storage connection string says: an embedded store's path, or endpoints with the account's key.</summary>
sealed record StorageAccount(string? EmbeddedPath, Uri? TableEndpoint, Uri? QueueEndpoint, string Name, string Key)
{
    // The emulator's account and key are public and fixed.
    const string EmulatorName = "devstoreaccount1";
    const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static StorageAccount Parse(string connectionString)
    {
        var settings = Settings(connectionString);
        if (IsTrue(settings, "UseEmbeddedStorage")) return new(Required(settings, "Path"), null, null, "embedded", "");
        if (IsTrue(settings, "UseDevelopmentStorage"))
        {
            var proxy = settings.GetValueOrDefault("DevelopmentStorageProxyUri", "http://127.0.0.1");
            return new(null, new Uri($"{proxy}:10002/{EmulatorName}"), new Uri($"{proxy}:10001/{EmulatorName}"), EmulatorName, EmulatorKey);
        }

        var name = Required(settings, "AccountName");
        return new(null, Endpoint(settings, "Table", name), Endpoint(settings, "Queue", name), name, Required(settings, "AccountKey"));
    }

    static Uri Endpoint(Dictionary<string, string> settings, string service, string account)
    {
        if (settings.TryGetValue($"{service}Endpoint", out var explicitEndpoint)) return new Uri(explicitEndpoint);
        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
#pragma warning disable CA1308 // the service's name is lower case in its host name
        return new Uri($"{protocol}://{account}.{service.ToLowerInvariant()}.{suffix}");
#pragma warning restore CA1308
    }

    static Dictionary<string, string> Settings(string connectionString) => connectionString
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => part.Split('=', 2))
        .ToDictionary(
            pair => pair[0],
            pair => pair.Length == 2 ? pair[1] : throw new FormatException("Each setting of a connection string is of the form name=value."),
            StringComparer.OrdinalIgnoreCase);

    static bool IsTrue(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    static string Required(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value) && value.Length > 0 ? value : throw new FormatException($"The connection string lacks {name}.");
}
