using System.Text.RegularExpressions;

namespace Benchmarks.Code;

/// <summary>Which source files of a folder declare which types.</summary>
public sealed partial class SourceTypes
{
    readonly ILookup<string, string> files;

    /// <summary>Reads the C# files of the folder and its subfolders.</summary>
    public SourceTypes(string folder) =>
        files = SourceFiles
            .In(folder)
            .SelectMany(Declarations)
            .ToLookup(pair => pair.Type, pair => pair.File, StringComparer.Ordinal);

    /// <summary>
    /// The files that declare the type with this full name; none for a type that the compiler generates.
    /// </summary>
    public IEnumerable<string> FilesOf(string fullName) => files[fullName.Split('`')[0]];

    static IEnumerable<(string Type, string File)> Declarations(string file)
    {
        var text = File.ReadAllText(file);
        var container = Namespace().Match(text).Groups["name"].Value;
        return Type().Matches(text).Select(type => ($"{container}.{type.Groups["name"].Value}", file));
    }

    [GeneratedRegex(
        @"^namespace (?<name>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Namespace();

    // A declaration that begins its line, which a nested type's does not.
    [GeneratedRegex(
        @"^(\w+ )*(class|struct|interface|enum|record( struct| class)?) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Type();
}
