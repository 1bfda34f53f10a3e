using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulation.Runs;

/// <summary>Replaces random ids by numbers in the order of their first appearance.</summary>
sealed partial class TraceText
{
    readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    readonly List<(string Random, string Name)> given = [];

    /// <summary>A text without durations, which differ between runs.</summary>
    public static string WithoutMilliseconds(string line) => Milliseconds().Replace(line, "? ms");

    public void Name(string random, string name) => given.Add((random, name));

    public string Normalize(string line)
    {
        foreach (var (random, name) in given) line = line.Replace(random, name, StringComparison.Ordinal);
        return RandomId().Replace(line, id => NameOf(id.Value));
    }

    string NameOf(string id)
    {
        if (!names.TryGetValue(id, out var name))
            names[id] = name = string.Create(CultureInfo.InvariantCulture, $"id#{names.Count + 1}");
        return name;
    }

    [GeneratedRegex(
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,64}",
        RegexOptions.NonBacktracking)]
    private static partial Regex RandomId();

    [GeneratedRegex("[0-9]+ ms", RegexOptions.NonBacktracking)]
    private static partial Regex Milliseconds();
}
