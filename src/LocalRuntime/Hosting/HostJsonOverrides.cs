using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace LocalRuntime.Hosting;

/// <summary>Settings named <c>AzureFunctionsJobHost__path__in__host.json</c>, which count more than the file. The environment counts most.</summary>
internal sealed class HostJsonOverrides
{
    const string Prefix = "AzureFunctionsJobHost:";

    readonly Dictionary<string, JsonElement> leaves;

    HostJsonOverrides(Dictionary<string, JsonElement> leaves) => this.leaves = leaves;

    public IEnumerable<(string Path, JsonElement Value)> Leaves => leaves.Select(leaf => (leaf.Key, leaf.Value));

    public static HostJsonOverrides From(SettingsFile settings) => From(settings.Values.Concat(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => KeyValuePair.Create(((string)variable.Key).Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value))));

    public static HostJsonOverrides From(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in settings.Where(setting => setting.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
            found[name[Prefix.Length..].Replace(':', '.')] = Json(value ?? "");
        return new HostJsonOverrides(found);
    }

    // A setting is text; what reads as a number is one.
    static JsonElement Json(string text) => JsonSerializer.SerializeToElement<object>(
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : text);
}
