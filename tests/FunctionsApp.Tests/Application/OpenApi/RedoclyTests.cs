using System.Diagnostics;
using System.Net;
using TestSupport;

namespace FunctionsApp.Tests.Application.OpenApi;

/// <summary>An independent linter reads the description, its examples included.</summary>
public sealed class RedoclyTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Description_passes_the_linter_without_a_warning()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var folder = await NodePeers.FolderAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(
            file, (await app.GetAsync("/openapi.json")).Expecting(HttpStatusCode.OK).Bytes.ToArray());

        using var linter = Process.Start(new ProcessStartInfo(
            "node",
            [
                Path.Combine(folder, "node_modules/@redocly/cli/bin/cli.js"), "lint", file,
                "--config", "redocly.yaml", "--format", "json",
            ])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
        })!;
        var (found, log) = (linter.StandardOutput.ReadToEndAsync(), linter.StandardError.ReadToEndAsync());
        await linter.WaitForExitAsync();
        File.Delete(file);

        Assert.Contains("\"errors\": 0", await found, StringComparison.Ordinal);
        Assert.True((await found).Contains("\"warnings\": 0", StringComparison.Ordinal), $"{await found}{await log}");
    }
}
