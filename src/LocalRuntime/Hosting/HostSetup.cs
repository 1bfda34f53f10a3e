using LocalRuntime.Functions;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Time;

namespace LocalRuntime.Hosting;

/// <summary>What is settled about a host before any of it is built.</summary>
internal sealed record HostSetup(
    LocalHostOptions Options, FunctionSource Functions, HostJson HostJson, SettingsFile Settings, string FunctionKey, WorkGauge Gauge, TimeProvider Clock)
{
    /// <summary>What the app reads as <c>AzureWebJobsStorage</c>.</summary>
    public string StorageConnection => Options.Storage ?? StorageClients.EmbeddedConnection;

    public static HostSetup From(string[] args, FunctionSource functions)
    {
        var output = Path.GetDirectoryName(functions.Assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;
        var options = CommandLine.Parse(args);
        var settings = SettingsFile.Find(Environment.CurrentDirectory, output);
        return From(options, functions, HostJsonReader.ReadFile(Path.Combine(output, "host.json"), HostJsonOverrides.From(settings)), settings);
    }

    public static HostSetup From(LocalHostOptions options, FunctionSource functions, HostJson hostJson, SettingsFile settings)
    {
        var gauge = new WorkGauge();
#pragma warning disable CA2000 // the clock lives as long as the host
        var clock = options.ClockStart is { } start ? new VirtualTimeProvider(start, gauge) : EmbeddedStores.ClockOf(options.Store) ?? TimeProvider.System;
#pragma warning restore CA2000
        return new HostSetup(options, functions, hostJson, settings, FunctionKeyFile.KeyFor(options), gauge, clock);
    }
}
