using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Scans;

/// <summary>
/// A redirect from a bare minimal API, with the server and log settings of the local executable and without storage,
/// for comparison with scans. The benchmark runs it in a child process.
/// </summary>
static class BareServer
{
    /// <summary>The argument that starts this executable as the bare server.</summary>
    public const string Role = "--bare-server";

    public static async Task RunAsync()
    {
        var web = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        web.Logging.ClearProviders()
            .AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Information);
        web.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting", LogLevel.Warning);
        web.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = web.Build();
        app.MapGet("/s/{code}", (string code) => Results.Redirect($"/g/{code}"));
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.Single());
        await Console.In.ReadToEndAsync(); // ends when the benchmark closes the pipe or ends
    }
}
