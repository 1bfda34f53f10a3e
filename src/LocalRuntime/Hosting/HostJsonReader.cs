using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Hosting;

/// <summary>Reads host.json and refuses, by JSON path, whatever this host would ignore.</summary>
internal static class HostJsonReader
{
    const string LogLevels = "logging.logLevel.";

    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static HostJson ReadFile(string path, HostJsonOverrides overrides) =>
        File.Exists(path) ? Read(File.ReadAllText(path), overrides) : throw new RefusedException($"There is no host.json at {path}.");

    public static HostJson Read(string text, HostJsonOverrides? overrides = null)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Lenient);
            var leaves = Leaves("", json.RootElement).ToList();
            if (leaves.All(leaf => leaf.Path != "version")) throw new RefusedException("host.json: 'version' is missing; it must be \"2.0\".");
            return leaves.Concat(overrides?.Leaves ?? []).Aggregate(new HostJson(), (settings, leaf) => Apply(settings, leaf.Path, leaf.Value));
        }
        catch (JsonException broken)
        {
            throw new RefusedException($"host.json is not JSON: {broken.Message}");
        }
    }

    static IEnumerable<(string Path, JsonElement Value)> Leaves(string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(p => Leaves(path.Length == 0 ? p.Name : $"{path}.{p.Name}", p.Value))
            : [(path, element)];

    static HostJson Apply(HostJson settings, string path, JsonElement value) => path switch
    {
        "$schema" => settings,
        "version" => Text(path, value) == "2.0" ? settings : throw Wrong(path, value, "\"2.0\""),
        "extensions.http.routePrefix" => settings with { RoutePrefix = Text(path, value) },
        "extensions.queues.batchSize" => settings with { Queues = settings.Queues with { BatchSize = Number(path, value, 1, 32) } },
        "extensions.queues.newBatchThreshold" => settings with { Queues = settings.Queues with { NewBatchThreshold = Number(path, value, 0, 1000) } },
        "extensions.queues.maxDequeueCount" => settings with { Queues = settings.Queues with { MaxDequeueCount = Number(path, value, 1, 1000) } },
        "extensions.queues.visibilityTimeout" => settings with { Queues = settings.Queues with { VisibilityTimeout = Time(path, value, TimeSpan.Zero, TimeSpan.FromDays(7)) } },
        "extensions.queues.maxPollingInterval" => settings with { Queues = settings.Queues with { MaxPollingInterval = Time(path, value, TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1)) } },
        "extensions.queues.messageEncoding" => settings with { Queues = settings.Queues with { Base64 = IsBase64(path, value) } },
        "extensions.durableTask.hubName" => settings with { Durable = settings.Durable with { HubName = HubName(path, value) } },
        "extensions.durableTask.maxConcurrentActivityFunctions" => settings with { Durable = settings.Durable with { MaxConcurrentActivityFunctions = Number(path, value, 1, 1000) } },
        "extensions.durableTask.maxConcurrentOrchestratorFunctions" => settings with { Durable = settings.Durable with { MaxConcurrentOrchestratorFunctions = Number(path, value, 1, 1000) } },
        // Here an event for an orchestration that is over, or never was, is dropped in silence; by default the real host throws.
        "extensions.durableTask.throwStatusExceptionsOnRaiseEvent" => value.ValueKind == JsonValueKind.False ? settings : throw Wrong(path, value, "false"),
        _ when path.StartsWith(LogLevels, StringComparison.Ordinal) => settings with { LogLevels = With(settings.LogLevels, path[LogLevels.Length..], Level(path, value)) },
        _ => throw new RefusedException($"host.json: '{path}' is not supported by the local runtime, which would ignore it."),
    };

    static Dictionary<string, string> With(IReadOnlyDictionary<string, string> levels, string category, string level) =>
        new(levels, StringComparer.OrdinalIgnoreCase) { [category] = level };

    static string Text(string path, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(path, value, "a string");

    static int Number(string path, JsonElement value, int least, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Wrong(path, value, $"a number from {least} to {most}");

    static TimeSpan Time(string path, JsonElement value, TimeSpan least, TimeSpan most) =>
        TimeSpan.TryParseExact(Text(path, value), "c", CultureInfo.InvariantCulture, out var time) && time >= least && time <= most
            ? time
            : throw Wrong(path, value, $"a time from {least:c} to {most:c}, as hh:mm:ss");

    static string HubName(string path, JsonElement value) =>
        Text(path, value) is { Length: >= 3 and <= 45 } name && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit)
            ? name
            : throw Wrong(path, value, "a letter and 2 to 44 letters and digits");

    static bool IsBase64(string path, JsonElement value) => Text(path, value) switch
    {
        var base64 when base64.Equals("base64", StringComparison.OrdinalIgnoreCase) => true,
        var none when none.Equals("none", StringComparison.OrdinalIgnoreCase) => false,
        _ => throw Wrong(path, value, "base64 or none"),
    };

    static string Level(string path, JsonElement value) =>
        Enum.TryParse<LogLevel>(Text(path, value), ignoreCase: true, out var level) ? level.ToString() : throw Wrong(path, value, "a log level");

    static RefusedException Wrong(string path, JsonElement value, string wanted) => new($"host.json: '{path}' is {value.GetRawText()}; it must be {wanted}.");
}
