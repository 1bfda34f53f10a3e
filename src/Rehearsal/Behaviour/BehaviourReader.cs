using System.Globalization;
using System.Text.Json;

namespace Rehearsal.Behaviour;

/// <summary>
/// Reads files of behaviour. A file names the parameters that it sets, each as a number or as
/// <c>{"value":0.3,"source":"..."}</c>; the others have their defaults.
/// </summary>
static class BehaviourReader
{
    const string Hours = "arrivals.hours";
    const int HoursOfDay = 24;

    static readonly JsonDocumentOptions Json = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The behaviour without any file.</summary>
    public static PeopleBehaviour Defaults { get; } = ReadDefaults();

    /// <summary>
    /// The behaviour with what a file sets. Each fault is named with its path in the file; a parameter without a source
    /// has <paramref name="defaultSource"/>.
    /// </summary>
    public static PeopleBehaviour Read(
        PeopleBehaviour behaviour, string json, string defaultSource, Action<string> refuse)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Json);
            return Apply(behaviour, document.RootElement, defaultSource, refuse);
        }
        catch (JsonException failure)
        {
            refuse($"is not JSON: {failure.Message}");
            return behaviour;
        }
    }

    static PeopleBehaviour Apply(
        PeopleBehaviour behaviour, JsonElement root, string defaultSource, Action<string> refuse)
    {
        var parameters = new Dictionary<string, BehaviourParameter>(behaviour.Parameters, StringComparer.Ordinal);
        var hours = behaviour.ArrivalHours;
        foreach (var (path, entry) in Entries(root, refuse))
        {
            var value = entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty("value", out var inner)
                ? inner
                : entry;
            var source = entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty("source", out var text)
                && text.ValueKind is JsonValueKind.String
                    ? text.GetString()!
                    : defaultSource;
            if (path == Hours) hours = ReadHours(value, refuse) ?? hours;
            else if (!parameters.TryGetValue(path, out var known)) refuse($"{path}: is no parameter.");
            else if (value.ValueKind is not JsonValueKind.Number) refuse($"{path}: must be a number.");
            else if (value.GetDouble() is var number && (number < 0 || number > known.Max))
                refuse(string.Create(
                    CultureInfo.InvariantCulture, $"{path}: is {number}; it must be 0 to {known.Max}."));
            else parameters[path] = known with { Value = value.GetDouble(), Source = source };
        }

        return new PeopleBehaviour(parameters, hours);
    }

    static IEnumerable<(string Path, JsonElement Entry)> Entries(JsonElement root, Action<string> refuse)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            refuse("must be an object.");
            yield break;
        }

        foreach (var section in root.EnumerateObject())
        {
            if (section.Value.ValueKind is not JsonValueKind.Object)
            {
                refuse($"{section.Name}: must be an object.");
                continue;
            }

            foreach (var entry in section.Value.EnumerateObject())
                yield return ($"{section.Name}.{entry.Name}", entry.Value);
        }
    }

    static double[]? ReadHours(JsonElement value, Action<string> refuse)
    {
        if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == HoursOfDay
            && value.EnumerateArray().All(IsWeight)
            && value.EnumerateArray().Any(hour => hour.GetDouble() > 0))
            return [.. value.EnumerateArray().Select(hour => hour.GetDouble())];
        refuse($"{Hours}: must be 24 numbers of 0 to 1, not all of them 0.");
        return null;
    }

    static bool IsWeight(JsonElement hour) =>
        hour.ValueKind is JsonValueKind.Number && hour.GetDouble() is >= 0 and <= 1;

    static PeopleBehaviour ReadDefaults()
    {
        using var stream = typeof(BehaviourReader).Assembly.GetManifestResourceStream("behaviour.json")!;
        using var document = JsonDocument.Parse(stream, Json);
        var entries = Entries(document.RootElement, Fail).ToList();
        return new PeopleBehaviour(
            entries.Where(entry => entry.Path != Hours).ToDictionary(
                entry => entry.Path,
                entry => new BehaviourParameter(
                    entry.Path,
                    entry.Entry.GetProperty("value").GetDouble(),
                    entry.Entry.TryGetProperty("max", out var max) ? max.GetDouble() : 1,
                    entry.Entry.GetProperty("source").GetString()!),
                StringComparer.Ordinal),
            ReadHours(entries.Single(entry => entry.Path == Hours).Entry.GetProperty("value"), Fail)!);

        static void Fail(string fault) => throw new InvalidOperationException(fault);
    }
}
