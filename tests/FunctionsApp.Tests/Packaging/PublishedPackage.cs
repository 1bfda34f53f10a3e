using System.Diagnostics;
using System.Text.Json;
using TestSupport;

namespace FunctionsApp.Tests.Packaging;

/// <summary>
/// The output of <c>dotnet publish src/FunctionsApp</c> in a temporary folder. Intermediate files are there too, so
/// that builds of the same projects may run at the same time.
/// </summary>
public sealed class PublishedPackage : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("package-");

    /// <summary>The output of the command, which prints only errors and warnings.</summary>
    public string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", Arguments)
        {
            WorkingDirectory = NodePeers.Root,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!;
        var output = await Task.WhenAll(
            publish.StandardOutput.ReadToEndAsync(), publish.StandardError.ReadToEndAsync());
        await publish.WaitForExitAsync();
        Output = string.Concat(output);
        Assert.True(publish.ExitCode == 0, $"dotnet publish ended with {publish.ExitCode}: {Output}");
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    public bool Has(string file) => File.Exists(PathOf(file));

    public async Task<JsonElement> ReadAsync(string file)
    {
        await using var json = File.OpenRead(PathOf(file));
        return await JsonSerializer.DeserializeAsync<JsonElement>(json);
    }

    // The build before the tests ran the analyzers.
    string[] Arguments =>
    [
        "publish", "src/FunctionsApp", "--configuration", "Release", "--output", PathOf(""),
        "--artifacts-path", Path.Combine(folder.FullName, "artifacts"), "-p:RunAnalyzers=false",
        "--verbosity", "quiet", "--nologo",
    ];

    string PathOf(string file) => Path.Combine(folder.FullName, "package", file);
}
