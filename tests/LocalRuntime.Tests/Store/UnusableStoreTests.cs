using System.Security.Cryptography;
using LocalRuntime.Hosting;
using LocalRuntime.Store;
using LocalRuntime.Tests.Functions;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.Tests.Store;

/// <summary>Files that a host refuses at its start, each with one sentence.</summary>
public sealed class UnusableStoreTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    string File => folder.File("local.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void File_that_is_not_a_database_is_refused()
    {
        System.IO.File.WriteAllBytes(File, RandomNumberGenerator.GetBytes(8192));
        AssertRefused("the file is damaged, or it is not a store.");
    }

    [Fact]
    public async Task File_with_a_damaged_page_is_refused()
    {
        await UseAsync();
        await using (var file = System.IO.File.OpenWrite(File))
        {
            file.Position = file.Length / 2 / 4096 * 4096;
            await file.WriteAsync(RandomNumberGenerator.GetBytes(4096), TestContext.Current.CancellationToken);
        }

        AssertRefused("the file is damaged.");
    }

    [Fact]
    public async Task File_that_was_used_and_emptied_is_refused_and_a_new_empty_file_is_not()
    {
        await System.IO.File.WriteAllBytesAsync(File, [], TestContext.Current.CancellationToken);
        await UseAsync();
        await System.IO.File.WriteAllBytesAsync(File, [], TestContext.Current.CancellationToken);
        Assert.Contains("was used before and is empty", Refusal(), StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(File).Length);
    }

    [Fact]
    public void Path_of_a_folder_is_refused()
    {
        Directory.CreateDirectory(File);
        AssertRefused("the file or its folder cannot be opened for writing.");
    }

    [Theory]
    [InlineData(8, "the file or its folder is read-only")]
    [InlineData(13, "the disk is full")]
    [InlineData(5, "another process holds the lock of the file")]
    public void Cause_is_one_sentence(int code, string reason) =>
        Assert.Equal(reason, StoreFailure.Reason(new SqliteException("SQLite Error", code)));

    async Task UseAsync()
    {
        await using var host = await RunningHost.StartAsync(
            typeof(HttpSamples), configure: RunningHost.With(new Recorder()), args: ["--data", File]);
    }

    void AssertRefused(string reason) => Assert.Equal($"The store {File} cannot be used: {reason}", Refusal());

    string Refusal() => Assert.Throws<RefusedException>(() => RunningHost.Build(
        [typeof(HttpSamples)], configure: RunningHost.With(new Recorder()), args: ["--data", File])).Message;
}
