using System.Threading.Channels;
using Azure.Storage.Queues;
using LocalRuntime.Hosting;
using LocalRuntime.Queues.Embedded;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class RestartTests
{
    [Fact]
    public async Task Messages_received_by_a_dead_process_are_visible_at_once()
    {
        using var folder = new TemporaryFolder();
        var store = folder.File("local.db");
        var queue = StorageClients.Open(store)
            .Queue(StorageClients.EmbeddedConnection, "text", QueueMessageEncoding.Base64);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("held");
        Assert.Single((await queue.ReceiveMessagesAsync(1, TimeSpan.FromMinutes(10))).Value);
        await EmbeddedStores.CloseAsync(store);

        var recorder = new Recorder();
        var clock = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        await using var host = await RunningHost.StartAsync(
            typeof(QueueSamples),
            configure: RunningHost.With(recorder) + RunningHost.Setting("MessageQueue", "messages"),
            args: ["--data", store, "--clock", clock]);
        await host.AdvanceAsync("PT0S");
        Assert.Equal(["text held"], recorder.Entries);
    }

    [Fact]
    public async Task Death_of_a_process_counts_as_an_attempt_of_its_messages()
    {
        using var folder = new TemporaryFolder();
        var store = folder.File("local.db");
        var open = EmbeddedStores.Open(store);
        var queue = new StorageClients(open).Queue(StorageClients.EmbeddedConnection, "text");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("held");
        for (var life = 1; life <= 10; life++)
        {
            var held = Assert.Single((await queue.ReceiveMessagesAsync(1, TimeSpan.FromMinutes(10))).Value);
            Assert.Equal(life, held.DequeueCount);
            await EmbeddedQueues.ReleaseReceivedAsync(open.Store, open.Clock.GetUtcNow());
        }

        await EmbeddedStores.CloseAsync(store);
    }

    [Fact]
    public void Host_is_alone_unless_another_host_of_its_store_runs()
    {
        using var folder = new TemporaryFolder();
        using var first = new HostPresence(folder.File("local.db"));
        using var elsewhere = new HostPresence(folder.File("other.db"));
        Assert.True(first.IsAlone());
        var second = new HostPresence(folder.File("local.db"));
        Assert.Equal((false, true), (first.IsAlone(), first.IsAlive(second.Id)));
        second.Dispose();
        Assert.Equal((true, false), (first.IsAlone(), first.IsAlive(second.Id)));
        Assert.True(first.IsAlive(first.Id));
    }

    [Fact]
    public async Task Host_is_notified_when_another_host_starts_and_ends()
    {
        using var folder = new TemporaryFolder();
        using var first = new HostPresence(folder.File("local.db"));
        var news = Channel.CreateUnbounded<bool>();
        first.OthersChanged = () => news.Writer.TryWrite(first.IsShared);
        Assert.False(first.IsShared);
        var second = new HostPresence(folder.File("local.db"));
        Assert.True(second.IsShared);
        Assert.True(await news.Reader.ReadAsync(TestContext.Current.CancellationToken));
        second.Dispose();
        while (await news.Reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            // A new host whose file was deleted as abandoned creates another file.
        }

        Assert.True(first.IsAlone());
    }

    [Fact]
    public async Task Store_holds_one_task_hub_and_another_one_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        string[] data = ["--data", folder.File("local.db")];
        await (await HubAsync("""{"version":"2.0","extensions":{"durableTask":{"hubName":"ours"}}}""")).DisposeAsync();
        await (await HubAsync("""{"version":"2.0","extensions":{"durableTask":{"hubName":"Ours"}}}""")).DisposeAsync();
        var refused = await Assert.ThrowsAsync<RefusedException>(
            () => HubAsync("""{"version":"2.0","extensions":{"durableTask":{"hubName":"theirs"}}}"""));
        Assert.Contains("theirs", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ours", refused.Message, StringComparison.Ordinal);

        Task<RunningHost> HubAsync(string hostJson) =>
            RunningHost.StartAsync(typeof(DurableSamples), hostJson, RunningHost.With(new Recorder()), data);
    }

    [Fact]
    public void Key_is_created_once_and_only_its_owner_can_read_it()
    {
        using var folder = new TemporaryFolder();
        var options = new LocalHostOptions { Store = folder.File("local.db") };
        var made = FunctionKeyFile.KeyFor(options);
        Assert.Equal(48, made.Length);
        Assert.Equal(made, FunctionKeyFile.KeyFor(options));
        Assert.NotEqual(made, FunctionKeyFile.KeyFor(options with { Store = folder.File("other.db") }));
        Assert.Equal("given", FunctionKeyFile.KeyFor(options with { FunctionKey = "given" }));
        if (OperatingSystem.IsWindows()) return;
        var mode = File.GetUnixFileMode(folder.File("local.db.key"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public async Task Two_hosts_in_one_process_do_not_see_each_other()
    {
        var (first, second) = (new Recorder(), new Recorder());
        await using var one = await StartAsync(first, "2026-12-01T00:00:00Z");
        await using var two = await StartAsync(second, "2027-01-01T00:00:00Z");
        var queue = one.Services.GetRequiredService<StorageClients>()
            .Queue(StorageClients.EmbeddedConnection, "text", QueueMessageEncoding.Base64);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("for the first");
        Assert.Equal("2026-12-02T00:00:00", $"{await one.AdvanceAsync("P1D"):s}");
        Assert.Equal("2027-01-01T00:00:00", $"{await two.AdvanceAsync("PT0S"):s}");
        Assert.Equal(["text for the first"], first.Entries);
        Assert.Empty(second.Entries);
    }

    static Task<RunningHost> StartAsync(Recorder recorder, string clock) => RunningHost.StartAsync(
        typeof(QueueSamples),
        configure: RunningHost.With(recorder) + RunningHost.Setting("MessageQueue", "messages"),
        args: ["--clock", clock]);
}
