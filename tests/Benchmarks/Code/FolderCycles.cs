using Mono.Cecil;

namespace Benchmarks.Code;

/// <summary>The folders of the app, which are its namespaces, that lie in a cycle of uses.</summary>
public static class FolderCycles
{
    const string Root = "FunctionsApp.";

    /// <summary>
    /// The folders at this depth (1: modules, 2: folders of a use case) and those of them that lie in a cycle.
    /// </summary>
    public static (IReadOnlyList<string> Folders, IReadOnlyList<string> InCycle) Find(CompiledCode code, int depth)
    {
        var uses = UsesBetweenFolders(code, depth);
        var reached = uses.Keys.ToDictionary(folder => folder, folder => Reach(folder, uses), StringComparer.Ordinal);
        return (
            [.. uses.Keys.Order(StringComparer.Ordinal)],
            [.. uses.Keys.Where(folder => reached[folder].Contains(folder)).Order(StringComparer.Ordinal)]);
    }

    static Dictionary<string, HashSet<string>> UsesBetweenFolders(CompiledCode code, int depth)
    {
        var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var type in code.Types)
        {
            if (FolderOf(type, depth) is not { } folder)
                continue;
            if (!uses.TryGetValue(folder, out var others))
                uses[folder] = others = new HashSet<string>(StringComparer.Ordinal);
            others.UnionWith(
                code.UsesOf(type).Select(used => FolderOf(used, depth)).OfType<string>().Where(used => used != folder));
        }

        return uses;
    }

    // Every folder that is reached by one use or more.
    static HashSet<string> Reach(string folder, Dictionary<string, HashSet<string>> uses)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            foreach (var used in uses[next].Where(reached.Add)) open.Push(used);
        }

        return reached;
    }

    static string? FolderOf(TypeDefinition type, int depth)
    {
        var name = CompiledCode.OutermostOf(type).Namespace;
        return name.StartsWith(Root, StringComparison.Ordinal)
            ? string.Join('.', name[Root.Length..].Split('.').Take(depth))
            : null;
    }
}
