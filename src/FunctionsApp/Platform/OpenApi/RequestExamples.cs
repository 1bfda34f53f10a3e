using System.Reflection;
using System.Text.RegularExpressions;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>A request of <c>requests.http</c>.</summary>
/// <param name="Title">What it does; empty for a request without a title.</param>
/// <param name="Name">The name by which later requests refer to its response; null without one.</param>
/// <param name="Method">The HTTP method in upper case.</param>
/// <param name="Target">The path with its query; variables are written <c>{{name}}</c>.</param>
/// <param name="Headers">The headers without the key.</param>
/// <param name="Body">The body; empty when there is none.</param>
public sealed partial record RequestExample(
    string Title,
    string? Name,
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    string Body)
{
    const string NamePrefix = "# @name ";

    public string Path => Target.Split('?')[0];

    /// <summary>
    /// Reads a request without the separator before it: a title, comments, definitions of variables, the request line,
    /// headers, an empty line and the body.
    /// </summary>
    public static RequestExample Parse(string text)
    {
        var lines = text.Split('\n');
        var start = Array.FindIndex(lines, line => RequestLine().IsMatch(line));
        var head = lines.Skip(start).TakeWhile(line => line.Length > 0).ToList();
        var request = head[0].Split(' ', 2);
        return new RequestExample(
            lines[0].Trim(),
            lines.FirstOrDefault(line => line.StartsWith(NamePrefix, StringComparison.Ordinal))?[NamePrefix.Length..],
            request[0],
            request[1].Replace("{{host}}", "", StringComparison.Ordinal),
            head.Skip(1)
                .Select(line => line.Split(": ", 2))
                .Where(header => header is [not "x-functions-key", _])
                .ToDictionary(header => header[0], header => header[1], StringComparer.OrdinalIgnoreCase),
            string.Join('\n', lines.Skip(start + head.Count)).Trim());
    }

    [GeneratedRegex("^[A-Z]+ ", RegexOptions.None, 1000)]
    private static partial Regex RequestLine();
}

/// <summary>The requests of <c>requests.http</c>, which is part of the assembly, in their order.</summary>
public static partial class RequestExamples
{
    const string Resource = "requests.http";

    public static IReadOnlyList<RequestExample> All { get; } = Read();

    /// <summary>The examples that the function serves.</summary>
    public static IEnumerable<RequestExample> Of(HttpFunction function) => All.Where(example =>
        function.Methods.Contains(example.Method, StringComparer.OrdinalIgnoreCase)
        && Matches(function.Path, example.Path));

    /// <summary>True when the path fits the template; a parameter fits any text of one segment.</summary>
    public static bool Matches(string template, string path) => Regex.IsMatch(
        path,
        $"^{Parameter().Replace(Regex.Escape(template), "[^/]+")}$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    static IReadOnlyList<RequestExample> Read()
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var file = new StreamReader(resource);
        return [.. Separator().Split(file.ReadToEnd().ReplaceLineEndings("\n")).Skip(1).Select(RequestExample.Parse)];
    }

    [GeneratedRegex(@"^###", RegexOptions.Multiline, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\\\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
