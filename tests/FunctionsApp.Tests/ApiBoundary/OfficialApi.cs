using System.Text.RegularExpressions;

namespace FunctionsApp.Tests.ApiBoundary;

/// <summary>The official signatures that the app may use, read from <c>official-api.txt</c>.</summary>
sealed partial class OfficialApi
{
    readonly Dictionary<(string Namespace, string Type), OfficialType> types = [];
    readonly HashSet<(string Namespace, string Function)> extensions = [];

    OfficialApi(string text)
    {
        var space = "";
        foreach (Match match in Declaration().Matches(Comment().Replace(text, "")))
        {
            if (match.Groups["namespace"].Success) space = match.Groups["namespace"].Value;
            else if (match.Groups["extension"].Success) extensions.Add((space, match.Groups["extension"].Value));
            else types[(space, Part("type"))] = new OfficialType(Part("type"), Part("positional"), Part("bases"), Part("body"));

            string Part(string name) => match.Groups[name].Value;
        }
    }

    public static OfficialApi Read()
    {
        using var file = typeof(OfficialApi).Assembly.GetManifestResourceStream("official-api.txt")!;
        using var reader = new StreamReader(file);
        return new OfficialApi(reader.ReadToEnd());
    }

    public bool Has(ApiUse use)
    {
        if (types.TryGetValue((use.Namespace, use.Type), out var type)) return use.Member is null || Has(use.Namespace, type, use.Member, use.Parameters);

        // The list names extension methods, not the static classes that hold them.
        return use.Type.EndsWith("Extensions", StringComparison.Ordinal)
            && (use.Member is null ? extensions.Any(e => e.Namespace == use.Namespace) : extensions.Contains((use.Namespace, use.Member)));
    }

    bool Has(string space, OfficialType type, string member, string? parameters) =>
        type.Has(member, parameters)
        || (member != ".ctor" && type.Bases.Any(name => types.TryGetValue((space, name), out var parent) && Has(space, parent, member, parameters)));

    [GeneratedRegex("//[^\n]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(
        """
        namespace\s+(?<namespace>[\w.]+)\s*;
        | static\s+\w+\s+(?<extension>\w+)\(this\s
        | \b(class|record|struct|interface|enum)\s+(?<type>\w+)\s*
          (\((?<positional>[^()]*)\))?\s*
          (:(?<bases>[^{;]*))?
          (\{(?<body>([^{}]|\{[^{}]*\})*)\})?
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Declaration();
}
