using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Platform.Http;

/// <summary>A right body with one field made wrong, written as JSON text so that it may be wrong in any way.</summary>
static class SpoiledJson
{
    const string Mark = "the field that is spoiled";

    /// <param name="body">The body that is right.</param>
    /// <param name="path">The field, with dots between levels.</param>
    /// <param name="json">What is written there; null where nothing is.</param>
    public static byte[] Replace(JsonObject body, string path, string? json)
    {
        var levels = path.Split('.');
        var parent = levels[..^1].Aggregate(body, (level, name) => level[name]!.AsObject());
        if (json is null) parent.Remove(levels[^1]);
        else parent[levels[^1]] = Mark;
        return Encoding.UTF8.GetBytes(body.ToJsonString(JsonSerializerOptions.Web).Replace($"\"{Mark}\"", json, StringComparison.Ordinal));
    }

    public static string Text(int length) => $"\"{new string('群', length)}\"";

    public static string Items(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"item-{i}\""))}]";

    /// <summary>Every way in which a text that has to be there, of at most so many characters, can be wrong.</summary>
    public static IEnumerable<(string Path, string? Json, string Field)> TextFaults(string path, int most) =>
        from json in new[] { null, "null", "\"\"", "\" \\t \"", Text(most + 1), "17", "true", "[\"a\"]", "{}", "\"\\ud800\"", "\"a\\u0000b\"" } select (path, json, path);

    /// <summary>Every way in which an instant that has to be there can be wrong.</summary>
    public static IEnumerable<(string Path, string? Json, string Field)> InstantFaults(string path) =>
        from json in new[]
        {
            null, "null", "\"\"", "\"2027-01-01T10:00:00\"", "\"2027-01-01\"", "\"tomorrow\"", "1798765432", "\"2027-02-30T10:00:00Z\"", "\"2027-01-01T25:00:00Z\"",
            "\"2027-01-01T10:00:00+99:00\"", "\"2027-01-01 10:00:00+08:00\"", "{}",
        }
        select (path, json, path);

    /// <summary>Every way in which an id can be wrong.</summary>
    public static IEnumerable<(string Path, string? Json, string Field)> IdFaults(string path) =>
        from json in new[] { "\"ab\"", "\"\"", $"\"{new string('a', 41)}\"", "\"Tea-1\"", "\"a/b/c\"", "\"a\\\\bc\"", "\"a#bc\"", "\"a?bc\"", "\"a bc\"", "\"a\\nbc\"", "\"abc\\n\"", "\"春茶群\"", "7" }
        select (path, json, path);
}
