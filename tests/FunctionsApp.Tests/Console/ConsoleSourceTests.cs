using System.Diagnostics;
using TestSupport;

namespace FunctionsApp.Tests.Console;

/// <summary>The checks of the console's own tools: types, lint and unit tests.</summary>
public sealed class ConsoleSourceTests
{
    static readonly string Source = Path.Combine(NodePeers.Root, "src", "Console");

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    public async Task Source_of_the_console_passes_its_own_checks(string script)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Source, "node_modules")), "Built without Node.js.");
        using var npm = Process.Start(new ProcessStartInfo("npm", ["run", script])
        {
            WorkingDirectory = Source,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["NO_COLOR"] = "1" },
        })!;
        var output = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();

        Assert.True(npm.ExitCode == 0, string.Concat(output));
    }
}
