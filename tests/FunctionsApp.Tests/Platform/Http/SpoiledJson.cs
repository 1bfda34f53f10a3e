using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Platform.Http;

/// <summary>A valid body with one invalid field, written as text so that the result need not be valid JSON.</summary>
static class SpoiledJson
{
    const string Mark = "the field that is spoiled";

    /// <param name="body">The valid body.</param>
    /// <param name="path">The field, with dots between levels.</param>
    /// <param name="json">The new text of the field; null removes the field.</param>
    public static byte[] Replace(JsonObject body, string path, string? json)
    {
        var levels = path.Split('.');
        var parent = levels[..^1].Aggregate(body, (level, name) => level[name]!.AsObject());
        if (json is null) parent.Remove(levels[^1]);
        else parent[levels[^1]] = Mark;
        var text = body.ToJsonString(JsonSerializerOptions.Web);
        return Encoding.UTF8.GetBytes(text.Replace($"\"{Mark}\"", json, StringComparison.Ordinal));
    }

    public static string Text(int length) => $"\"{new string('群', length)}\"";

    public static string Items(int count) =>
        $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"item-{i}\""))}]";

    /// <summary>Invalid values of a required text of at most <paramref name="most"/> characters.</summary>
    public static IEnumerable<(string Path, string? Json, string Field)> TextFaults(string path, int most) =>
        from json in new[]
        {
            null, "null", "\"\"", "\" \\t \"", Text(most + 1), "17", "true", "[\"a\"]", "{}",
            "\"\\ud800\"", "\"a\\u0000b\"",
        }
        select (path, json, path);

    /// <summary>Invalid values of a required instant.</summary>
    public static IEnumerable<(string Path, string? Json, string Field)> InstantFaults(string path) =>
        from json in new[]
        {
            null, "null", "\"\"", "\"2027-01-01T10:00:00\"", "\"2027-01-01\"", "\"tomorrow\"", "1798765432",
            "\"2027-02-30T10:00:00Z\"", "\"2027-01-01T25:00:00Z\"", "\"2027-01-01T10:00:00+99:00\"",
            "\"2027-01-01 10:00:00+08:00\"", "{}",
        }
        select (path, json, path);

    /// <summary>Invalid values of an id.</summary>
    public static IEnumerable<(string Path, string? Json, string Field)> IdFaults(string path) =>
        from json in new[]
        {
            "\"ab\"", "\"\"", $"\"{new string('a', 41)}\"", "\"Tea-1\"", "\"a/b/c\"", "\"a\\\\bc\"", "\"a#bc\"",
            "\"a?bc\"", "\"a bc\"", "\"a\\nbc\"", "\"abc\\n\"", "\"春茶群\"", "7",
        }
        select (path, json, path);
}
