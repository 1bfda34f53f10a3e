using System.Collections;

namespace LocalRuntime.Hosting;

/// <summary>
/// The settings named <c>AzureFunctionsJobHost__path</c>, which override host.json. The environment overrides the
/// settings file.
/// </summary>
static class HostJsonOverrides
{
    const string Prefix = "AzureFunctionsJobHost:";

    public static IReadOnlyList<HostJsonSetting> From(SettingsFile settings)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable =>
            KeyValuePair.Create(SettingsFile.Name((string)variable.Key), (string?)variable.Value));
        return From(settings.Values.Concat(variables));
    }

    public static IReadOnlyList<HostJsonSetting> From(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in settings)
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                found[name[Prefix.Length..].Replace(':', '.')] = Json(value ?? "");
        }

        return [.. found.Select(setting => new HostJsonSetting(setting.Key, setting.Value))];
    }

    // A setting is text; text that can be read as a number is a number.
    static JsonElement Json(string text) => JsonSerializer.SerializeToElement<object>(
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : text);
}
