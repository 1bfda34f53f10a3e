using Deque.AxeCore.Commons;

namespace ConsoleTests;

/// <summary>What every page has to fulfil.</summary>
static class Accessibility
{
    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // A narrow window has other buttons and boxes.
    static readonly string[] RulesOfLook =
        ["color-contrast", "scrollable-region-focusable", "button-name", "link-name", "label"];

    /// <summary>axe finds nothing serious, and no text is wider than its place.</summary>
    public static async Task VerifyAsync(IPage page, string name) =>
        Assert.Empty((await FindFaultsAsync(page, name)).Concat(await FindWideAsync(page, name)));

    /// <summary>What axe finds; only what size and colours change when the rest was checked.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(IPage page, string name, bool onlyLook = false)
    {
        await SettleAsync(page);
        if (await page.EvaluateAsync<bool>("() => !window.axe")) await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>(GraveViolations, onlyLook ? RulesOfLook : null);
        return [.. found.Select(fault => $"{name}: {fault}")];
    }

    /// <summary>Waits until nothing fades in and no colour changes; on the way there is no contrast to check.</summary>
    public static Task SettleAsync(IPage page) => page.EvaluateAsync(Settled);

    /// <summary>The texts that are wider than their place, and the document when it scrolls sideways.</summary>
    public static async Task<IReadOnlyList<string>> FindWideAsync(IPage page, string name) =>
        [.. (await page.EvaluateAsync<string[]>(TooWide)).Select(fault => $"{name}: {fault}")];

    // The pages have no frames. Deque's package for Playwright opens a second page for each run, which took longer than
    // the run.
    const string GraveViolations = """
        async rules => {
          const runOnly = rules ? { type: 'rule', values: rules } : undefined
          const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] })
          return violations
            .filter(violation => ['serious', 'critical'].includes(violation.impact))
            .map(violation => `${violation.id}, ${violation.help}: ${violation.nodes[0].html}`)
        }
        """;

    const string Settled = """
        async () => {
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
          const transitions = document.getAnimations().filter(animation => animation instanceof CSSTransition)
          await Promise.allSettled(transitions.map(transition => transition.finished))
        }
        """;

    // A table may scroll sideways inside a box of its own, and a text that ends in an ellipsis says so. The place of a
    // text in a line is that of its block.
    const string TooWide = """
        () => {
          const root = document.documentElement
          const isText = node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ''
          const styleOf = element => getComputedStyle(element)
          function placeOf(element) {
            return styleOf(element).display === 'inline' ? placeOf(element.parentElement) : element
          }
          const places = [...document.body.querySelectorAll('*:not(svg *, script, style)')]
            .filter(element => [...element.childNodes].some(isText) && element.checkVisibility())
            .map(placeOf)
          return [root, ...new Set(places)]
            .filter(place => place.clientWidth > 1 && place.scrollWidth > place.clientWidth)
            .filter(place => !['auto', 'scroll'].includes(styleOf(place).overflowX))
            .filter(place => styleOf(place).textOverflow !== 'ellipsis')
            .map(place => `${place.scrollWidth} of ${place.clientWidth} px: ${place.outerHTML.slice(0, 200)}`)
        }
        """;
}
