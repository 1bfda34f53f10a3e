using Azure.Storage.Queues;
using LocalRuntime.Hosting;
using LocalRuntime.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Tests.Functions;

public sealed class QueueConnectionTests
{
    readonly Recorder recorder = new();

    [Theory]
    [InlineData("Other")]
    [InlineData("AzureWebJobsOther")]
    public async Task Trigger_receives_messages_from_the_connection_that_it_names(string setting)
    {
        await using var host = await RunningHost.StartAsync(
            typeof(ConnectionSamples),
            configure: RunningHost.With(recorder) + RunningHost.Setting(setting, StorageClients.EmbeddedConnection));
        var queue = host.Services.GetRequiredService<StorageClients>()
            .Queue(StorageClients.EmbeddedConnection, "text", QueueMessageEncoding.Base64);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("message");
        Assert.Equal("message", await recorder.NextAsync());
    }

    [Fact]
    public void Trigger_of_a_connection_without_a_setting_is_refused_by_name()
    {
        var refused = Assert.Throws<RefusedException>(
            () => RunningHost.Build([typeof(ConnectionSamples)], configure: RunningHost.With(recorder)));
        Assert.Contains("'Other'", refused.Message, StringComparison.Ordinal);
    }
}
