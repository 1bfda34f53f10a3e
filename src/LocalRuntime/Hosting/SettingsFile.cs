using System.Text.Json;

namespace LocalRuntime.Hosting;

/// <summary>
/// The app's settings on a developer's machine: <c>Values</c> of local.settings.json, or of the example that is checked in.
/// <paramref name="Path"/> is null when there is neither.
/// </summary>
internal sealed record SettingsFile(string? Path, IReadOnlyDictionary<string, string?> Values)
{
    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public bool IsExample => Path is not null && System.IO.Path.GetFileName(Path) == "local.settings.example.json";

    /// <summary>Looks in <paramref name="workingFolder"/> and the folders above it, then in <paramref name="outputFolder"/>; the example only when there is no other.</summary>
    public static SettingsFile Find(string workingFolder, string outputFolder)
    {
        var path = Search("local.settings.json") ?? Search("local.settings.example.json");
        return new SettingsFile(path, path is null ? new Dictionary<string, string?>(StringComparer.Ordinal) : Read(path));

        string? Search(string name) =>
            Upwards(workingFolder).Append(outputFolder).Select(folder => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    static IEnumerable<string> Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName;
    }

    static Dictionary<string, string?> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            if (json.RootElement.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
                throw new RefusedException($"{path}: encrypted settings are not supported.");
            return json.RootElement.TryGetProperty(nameof(Values), out var values)
                ? values.EnumerateObject().ToDictionary(v => v.Name.Replace("__", ":", StringComparison.Ordinal), v => (string?)v.Value.ToString(), StringComparer.OrdinalIgnoreCase)
                : [];
        }
        catch (JsonException broken)
        {
            throw new RefusedException($"{path} is not JSON: {broken.Message}");
        }
    }
}
