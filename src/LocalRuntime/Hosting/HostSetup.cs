namespace LocalRuntime.Hosting;

sealed record HostSetup(
    LocalHostOptions Options, FunctionSource Functions, HostJson HostJson, SettingsFile Settings, string FunctionKey,
    WorkGauge Gauge, TimeProvider Clock)
{
    public FunctionMiddleware Middleware { get; } = new();

    /// <summary>The app's setting <c>AzureWebJobsStorage</c>.</summary>
    public string StorageConnection => Options.Storage ?? StorageClients.EmbeddedConnection;

    public static HostSetup From(string[] args, FunctionSource functions)
    {
        var folder = Path.GetDirectoryName(functions.Assembly.Location);
        var output = string.IsNullOrEmpty(folder) ? AppContext.BaseDirectory : folder;
        var options = CommandLine.Parse(args);
        var settings = SettingsFile.Find(Environment.CurrentDirectory, output);
        var overrides = HostJsonOverrides.From(settings);
        return From(
            options, functions, HostJsonReader.ReadFile(Path.Combine(output, "host.json"), overrides), settings);
    }

    public static HostSetup From(
        LocalHostOptions options, FunctionSource functions, HostJson hostJson, SettingsFile settings)
    {
        var gauge = new WorkGauge();
#pragma warning disable CA2000 // the clock lives as long as the host
        var clock = options.ClockStart is { } start
            ? new VirtualTimeProvider(start, gauge)
            : EmbeddedStores.ClockOf(options.Store) ?? TimeProvider.System;
#pragma warning restore CA2000
        var key = StoreFailure.RefuseAtStart(options.Store, () => FunctionKeyFile.KeyFor(options));
        return new HostSetup(options, functions, hostJson, settings, key, gauge, clock);
    }
}
