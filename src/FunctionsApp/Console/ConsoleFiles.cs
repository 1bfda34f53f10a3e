using System.Collections.Frozen;

namespace FunctionsApp.Console;

/// <summary>
/// The built console: the files of one folder, which is read once. A request names one of them or none; no path of a
/// request reaches the file system.
/// </summary>
public sealed class ConsoleFiles
{
    const string Index = "index.html";
    const string Manifest = "manifest.json"; // for tests
    const string HashedFolder = "assets/";

    static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".ico"] = "image/x-icon",
        [".jpg"] = "image/jpeg",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".map"] = "application/json",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary();

    readonly FrozenDictionary<string, ConsoleFile> files;

    /// <param name="folder">The folder of the built console, which may be missing.</param>
    public ConsoleFiles(string folder) => files = Read(folder);

    /// <summary>False where the app was built without Node.js.</summary>
    public bool IsBuilt => files.ContainsKey(Index);

    /// <summary>The folder beside the assembly.</summary>
    public static ConsoleFiles ReadOutput() => new(Path.Combine(AppContext.BaseDirectory, "console"));

    /// <summary>
    /// The file of this name. A path of no file is a page of the console, which its index shows; null for the name of
    /// a file that is not there.
    /// </summary>
    public ConsoleFile? Find(string path) => files.TryGetValue(path, out var file) || IsFileName(path)
        ? file
        : files.GetValueOrDefault(Index);

    // Ids in the paths of pages may have a dot, so only the extensions of files tell a file.
    static bool IsFileName(string path) =>
        path.StartsWith(HashedFolder, StringComparison.Ordinal) || MediaTypes.ContainsKey(Path.GetExtension(path));

    static FrozenDictionary<string, ConsoleFile> Read(string folder) => !Directory.Exists(folder)
        ? FrozenDictionary<string, ConsoleFile>.Empty
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => MediaTypes.ContainsKey(Path.GetExtension(path)))
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => file.Name is not Manifest)
            .ToFrozenDictionary(file => file.Name, file => ReadFile(file.Path, file.Name), StringComparer.Ordinal);

    static ConsoleFile ReadFile(string path, string name) => new(
        MediaTypes[Path.GetExtension(path)],
        name.StartsWith(HashedFolder, StringComparison.Ordinal),
        [
            .. ReadForm("br", $"{path}.br"),
            .. ReadForm("gzip", $"{path}.gz"),
            new ConsoleFileForm(Coding: null, File.ReadAllBytes(path)),
        ]);

    static IEnumerable<ConsoleFileForm> ReadForm(string coding, string path) =>
        File.Exists(path) ? [new ConsoleFileForm(coding, File.ReadAllBytes(path))] : [];
}
