namespace ConsoleTests;

/// <summary>Pictures of screens, which are written to <c>SCREENS=FOLDER</c>; none without it.</summary>
static class Pictures
{
    public static async Task KeepAsync(IPage page, string name, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("SCREENS") is not { Length: > 0 } folder) return;
        var look = scheme is ColorScheme.Dark ? "-dark" : "";
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}{look}.png") });
    }
}
