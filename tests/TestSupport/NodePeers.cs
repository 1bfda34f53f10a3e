using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace TestSupport;

/// <summary>
/// The npm packages of <c>tests/azurite</c>, installed on first use. A lock file lets one of several test processes
/// install at a time; a stamp with the text of the package lock marks a finished installation.
/// </summary>
public static class NodePeers
{
    static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>True when <c>AZURITE=skip</c> skips the tests that need Node.js.</summary>
    public static bool Skipped => Environment.GetEnvironmentVariable("AZURITE") == "skip";

    /// <summary>
    /// The repository's root: the nearest folder above the test assembly that holds <c>FunctionsApp.sln</c>.
    /// </summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>
    /// The folder that holds <c>node_modules</c>; throws with the output of npm when the installation fails.
    /// </summary>
    public static Task<string> FolderAsync() => Installed.Value;

    static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(Root, "tests", "azurite");
        var stamp = Path.Combine(folder, "node_modules", ".installed");
        var wanted = await File.ReadAllTextAsync(Path.Combine(folder, "package-lock.json"));
        await using var held = await LockAsync(
            Path.Combine(
                Path.GetTempPath(),
                $"test-peers-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..16]}.lock"));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
            return folder;

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var output = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException(
                $"npm ci in tests/azurite ended with {npm.ExitCode}: {string.Concat(output)}");
        await File.WriteAllTextAsync(stamp, wanted);
        return folder;
    }

    static async Task<FileStream> LockAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200); // another test process installs; its end cannot be awaited
            }
        }
    }

    static string FindRoot(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("No folder above the tests holds FunctionsApp.sln."),
        _ when File.Exists(Path.Combine(folder.FullName, "FunctionsApp.sln")) => folder.FullName,
        _ => FindRoot(folder.Parent),
    };
}
