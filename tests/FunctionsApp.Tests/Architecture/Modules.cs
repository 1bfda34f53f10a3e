namespace FunctionsApp.Tests.Architecture;

/// <summary>The modules of <c>docs/modules.txt</c> in their order: each may use only those above it.</summary>
static class Modules
{
    static readonly string[] Roots = ["FunctionsApp.Tests.", "FunctionsApp.", "Community."];

    /// <summary>The names in the order of the file.</summary>
    public static IReadOnlyList<string> InOrder { get; } = Read();

    /// <summary>A pattern of the namespaces of these modules in the rules, the app and the tests of the app.</summary>
    public static string NamespacePattern(IEnumerable<string> modules) =>
        $@"^(Community|FunctionsApp|FunctionsApp\.Tests)\.({string.Join('|', modules)})(\..*)?$";

    /// <summary>The module of a namespace; null when it is in none.</summary>
    public static string? Find(string ns)
    {
        if (Array.Find(Roots, root => ns.StartsWith(root, StringComparison.Ordinal)) is not { } root) return null;
        var name = ns[root.Length..].Split('.')[0];
        return InOrder.Contains(name) ? name : null;
    }

    static string[] Read()
    {
        using var stream = typeof(Modules).Assembly.GetManifestResourceStream("modules.txt")!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
