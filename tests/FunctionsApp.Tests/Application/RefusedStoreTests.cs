using System.Diagnostics;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Application;

public sealed class RefusedStoreTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    string Store => Path.Combine(folder.FullName, "store.db");

    [Fact]
    public async Task Start_on_a_store_of_another_version_fails()
    {
        await WriteOlderStoreAsync();

        await Assert.ThrowsAsync<StorageFormatException>(() => AppHost.StartAsync(new AppHostSetup { Store = Store }));
    }

    [Fact]
    public async Task Executable_ends_with_exit_code_1_and_one_sentence_on_standard_error()
    {
        await WriteOlderStoreAsync();
        var executable = Path.Combine(AppContext.BaseDirectory, "FunctionsApp.Local.dll");
        var start = new ProcessStartInfo("dotnet", [executable, "--urls", "http://127.0.0.1:0", "--data", Store])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;

        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(1, process.ExitCode);
        Assert.Equal(
            "The store was written by version 1 of the stored format and this app needs version 6: "
            + "start with an empty store, there is no migration before 1.0.",
            (await error).Trim());
        Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    async Task WriteOlderStoreAsync()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Store = Store });
        await app.GroupAsync();
        await app.Services.GetRequiredService<CatalogTable>()
            .CommitAsync(Row.Put(StorageFormat.Partition, StorageFormat.VersionRow, 1));
    }
}
