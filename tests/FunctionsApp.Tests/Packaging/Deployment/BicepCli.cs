using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using CpuArchitecture = System.Runtime.InteropServices.Architecture;

namespace FunctionsApp.Tests.Packaging.Deployment;

/// <summary>
/// The Bicep CLI from its NuGet package. It needs no network, because the templates use no modules of a registry.
/// </summary>
static class BicepCli
{
    static readonly string Executable = typeof(BicepCli).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "BicepPath").Value!;

    /// <summary>The package holds an executable for linux-x64. There the tests always run.</summary>
    public static bool IsSupported =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is CpuArchitecture.X64;

    public static void SkipUnlessSupported() => Assert.SkipUnless(
        IsSupported, $"The Bicep CLI is restored for linux-x64 only; this is {RuntimeInformation.RuntimeIdentifier}.");

    /// <summary>Runs a command in a folder, with these variables beside those of the tests.</summary>
    public static async Task<BicepResult> RunAsync(
        string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var diagnostics = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new BicepResult(process.ExitCode, await output, diagnostics);
    }

    public static Task<BicepResult> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);
}

/// <summary>How a command ended. Diagnostics hold errors and warnings.</summary>
sealed record BicepResult(int ExitCode, string Output, string Diagnostics);
