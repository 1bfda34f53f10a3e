using System.Text.Json;
using System.Text.RegularExpressions;

namespace FunctionsApp.Tests.Console;

/// <summary>The console as it was built beside the app; skipped where it was built without Node.js.</summary>
public sealed partial class BuiltConsoleTests
{
    const int LargestInitialLoad = 350 * 1024;
    const int LargestSidebar = 60 * 1024;
    const string FirstScreen = "src/sections/workbench/WorkbenchPage.vue";

    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "console");

    /// <summary>What the browser loads before the first screen is usable.</summary>
    [Fact]
    public void Initial_load_is_small_and_draws_nothing()
    {
        SkipUnlessBuilt();
        var loaded = LoadedBy("index.html", "src/app/AppShell.vue", FirstScreen);

        var size = loaded.Sum(SizeOf);
        Assert.True(size < LargestInitialLoad, $"{size} bytes: {string.Join(", ", loaded)}");
        Assert.DoesNotContain(loaded, name => name.Contains("ChartView", StringComparison.Ordinal));
    }

    [Fact]
    public void Sidebar_loads_little()
    {
        SkipUnlessBuilt();
        var loaded = LoadedBy("sidebar.html");

        var size = loaded.Sum(SizeOf);
        Assert.True(size < LargestSidebar, $"{size} bytes: {string.Join(", ", loaded)}");
    }

    // The page, and the chunks, imports and styles of the entries.
    static SortedSet<string> LoadedBy(string page, params IEnumerable<string> entries)
    {
        var manifest = JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, "manifest.json")));
        var loaded = new SortedSet<string>(StringComparer.Ordinal) { page };
        foreach (var entry in entries.Prepend(page)) Add(entry);
        return loaded;

        void Add(string chunk)
        {
            var part = manifest.GetProperty(chunk);
            if (!loaded.Add(part.GetProperty("file").GetString()!)) return;
            foreach (var style in Texts(part, "css")) loaded.Add(style);
            foreach (var imported in Texts(part, "imports")) Add(imported);
        }
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("sidebar.html")]
    public async Task Page_has_no_inline_script_or_style(string name)
    {
        SkipUnlessBuilt();
        var page = await File.ReadAllTextAsync(Path.Combine(Folder, name));

        var scripts = Scripts().Matches(page);
        Assert.NotEmpty(scripts);
        Assert.All(
            scripts, script => Assert.Contains(" src=\"/console/", script.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
    }

    static void SkipUnlessBuilt() => Assert.SkipUnless(
        File.Exists(Path.Combine(Folder, "index.html")), "The console was built without Node.js.");

    static IEnumerable<string> Texts(JsonElement part, string name) => part.TryGetProperty(name, out var list)
        ? list.EnumerateArray().Select(text => text.GetString()!)
        : [];

    // Small files have no compressed form.
    static long SizeOf(string name)
    {
        var path = Path.Combine(Folder, name);
        return new FileInfo(File.Exists($"{path}.br") ? $"{path}.br" : path).Length;
    }

    [GeneratedRegex("<script[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scripts();
}
