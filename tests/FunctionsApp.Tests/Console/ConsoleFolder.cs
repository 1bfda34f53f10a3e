using System.IO.Compression;
using System.Text;
using FunctionsApp.Console;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Console;

/// <summary>A small console in a temporary folder, and an app that serves it.</summary>
public sealed class ConsoleFolder : IAsyncLifetime
{
    public const string Index = "<!doctype html><title>console</title>";
    public const string Script = "export const answer = 42\n";
    public const string ScriptPath = "/console/assets/index-D2T5B_XE.js";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("console-");
    AppHost? app;

    public AppHost App => app!;

    public async ValueTask InitializeAsync()
    {
        var script = Path.Combine(folder.CreateSubdirectory("assets").FullName, "index-D2T5B_XE.js");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.html"), Index);
        await File.WriteAllTextAsync(script, Script);
        await File.WriteAllBytesAsync($"{script}.br", Compress(to => new BrotliStream(to, CompressionMode.Compress)));
        await File.WriteAllBytesAsync($"{script}.gz", Compress(to => new GZipStream(to, CompressionMode.Compress)));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "secret.key"), "not served");
        app = await StartAsync(folder.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>An app that serves the console of this folder, which may be missing.</summary>
    public static Task<AppHost> StartAsync(string folder) => AppHost.StartAsync(new AppHostSetup
    {
        Configure = builder => builder.Services.AddSingleton(new ConsoleFiles(folder)),
    });

    static byte[] Compress(Func<Stream, Stream> open)
    {
        using var bytes = new MemoryStream();
        using (var stream = open(bytes)) stream.Write(Encoding.UTF8.GetBytes(Script));
        return bytes.ToArray();
    }
}
