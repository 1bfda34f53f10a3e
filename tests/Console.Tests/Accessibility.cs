using Deque.AxeCore.Playwright;

namespace ConsoleTests;

/// <summary>What every page has to fulfil.</summary>
static class Accessibility
{
    static readonly string[] Grave = ["serious", "critical"];

    /// <summary>axe finds nothing serious, and no text is wider than the window.</summary>
    public static async Task VerifyAsync(IPage page, string name) => Assert.Empty(await FindFaultsAsync(page, name));

    public static async Task<IReadOnlyList<string>> FindFaultsAsync(IPage page, string name)
    {
        var result = await page.RunAxe();
        var violations = result.Violations
            .Where(violation => Grave.Contains(violation.Impact, StringComparer.Ordinal))
            .Select(violation => $"{violation.Id}, {violation.Help}: {violation.Nodes[0].Html}");
        return [.. violations.Concat(await page.EvaluateAsync<string[]>(TooWide)).Select(fault => $"{name}: {fault}")];
    }

    // The document may not scroll sideways; a table may, inside a box of its own.
    const string TooWide = """
        () => {
          const root = document.documentElement
          return root.scrollWidth <= root.clientWidth ? [] : [`${root.scrollWidth} of ${root.clientWidth} px`]
        }
        """;
}
