namespace LocalRuntime.Hosting;

/// <summary>
/// The <c>Values</c> of local.settings.json, or of the example in the repository; no path when there is neither.
/// </summary>
sealed record SettingsFile(string? Path, IReadOnlyDictionary<string, string?> Values)
{
    public static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public bool IsExample => Path is not null && System.IO.Path.GetFileName(Path) == "local.settings.example.json";

    /// <summary>The name of a setting as configuration has it: a double underscore separates its sections.</summary>
    public static string Name(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    /// <summary>Searches the working folder, the folders above it, then the output folder.</summary>
    public static SettingsFile Find(string workingFolder, string outputFolder)
    {
        var path = Search("local.settings.json") ?? Search("local.settings.example.json");
        return new SettingsFile(
            path, path is null ? new Dictionary<string, string?>(StringComparer.Ordinal) : Read(path));

        string? Search(string name) => WithParents(workingFolder)
            .Append(outputFolder)
            .Select(folder => System.IO.Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    static IEnumerable<string> WithParents(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName;
    }

    static Dictionary<string, string?> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            var root = json.RootElement;
            if (root.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
                throw new RefusedException($"{path}: encrypted settings are not supported.");
            return root.TryGetProperty(nameof(Values), out var values)
                ? values.EnumerateObject().ToDictionary(
                    v => Name(v.Name), v => (string?)v.Value.ToString(), StringComparer.OrdinalIgnoreCase)
                : [];
        }
        catch (JsonException broken)
        {
            throw new RefusedException($"{path} is not JSON: {broken.Message}");
        }
    }
}
