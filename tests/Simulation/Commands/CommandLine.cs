using System.Globalization;

namespace Simulation.Commands;

/// <summary>
/// <c>--seeds N [--from M]</c> plays many seeds on every core, <c>--seed N [--trace]</c> plays one seed, and
/// <c>--mutations [WORD...]</c> plants each fault, or those whose names contain a word. Other arguments go to the test
/// runner.
/// </summary>
static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [Worker.Role]) return await Worker.ServeAsync();
        if (Value("--seeds") is { } seeds) return await ManySeeds.RunAsync(Value("--from") ?? 1, seeds);
        if (Value("--seed") is { } seed) return await OneSeed.RunAsync(seed, args.Contains("--trace"));
        if (args is ["--mutations", .. var words]) return await Mutations.RunAsync(words);
        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
                args,
                SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);

        int? Value(string name) =>
            Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length
                ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
                : null;
    }
}
