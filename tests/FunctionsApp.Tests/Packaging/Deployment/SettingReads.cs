using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Packaging.Deployment;

/// <summary>The settings that the app reads when it starts.</summary>
static class SettingReads
{
    /// <summary>
    /// Composes the app as the Functions worker does, with the host name that Azure sets, and returns the names that it
    /// looked up, as environment variables spell them. Throws what the app throws for a setting that it refuses.
    /// </summary>
    public static async Task<IReadOnlySet<string>> ComposeAppAsync(IReadOnlyDictionary<string, string> settings)
    {
        var recorder = new RecordingSource(settings);
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.Sources.Clear();
        ((IConfigurationBuilder)builder.Configuration).Add(recorder);
        recorder.Names.Clear();
        builder.AddCommunity();
        await using var services = builder.Services.BuildServiceProvider();
        services.GetRequiredService<TableServiceClient>();
        services.GetRequiredService<QueueServiceClient>();
        return recorder.Names;
    }

    sealed class RecordingSource : ConfigurationProvider, IConfigurationSource
    {
        public RecordingSource(IReadOnlyDictionary<string, string> settings)
        {
            Set("WEBSITE_HOSTNAME", "app.example.net");
            foreach (var (name, value) in settings) Set(name.Replace("__", ":", StringComparison.Ordinal), value);
        }

        public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            Names.Add(key.Replace(":", "__", StringComparison.Ordinal));
            return base.TryGet(key, out value);
        }
    }
}
