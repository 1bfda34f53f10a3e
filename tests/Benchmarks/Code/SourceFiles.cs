using TestSupport;

namespace Benchmarks.Code;

/// <summary>The repository's C# files, without those that builds write.</summary>
public static class SourceFiles
{
    /// <summary>The repository's root.</summary>
    public static string Root => NodePeers.Root;

    /// <summary>The C# files in a folder and its subfolders.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(IsSource);

    /// <summary>The lines of every C# file in these folders of the repository.</summary>
    public static IReadOnlyList<string> LinesOf(params IReadOnlyList<string> folders) =>
        [.. folders.SelectMany(folder => In(Path.Combine(Root, folder))).SelectMany(File.ReadLines)];

    static bool IsSource(string path) =>
        !Array.Exists(path.Split(Path.DirectorySeparatorChar), part => part is "bin" or "obj");
}
