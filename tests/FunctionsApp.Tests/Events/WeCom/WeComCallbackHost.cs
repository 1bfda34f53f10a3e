using Azure.Storage.Queues;
using FakeWeCom;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Tests.Messaging.WeCom;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>An app on WeCom that cannot reach the platform's API, and leaves the callbacks in their queue.</summary>
public sealed class WeComCallbackHost() : AppHost(new AppHostSetup
{
    Settings = WithoutConsumer(),
    Configure = builder => builder.Services.AddSingleton(new WeComTransport(() => new UnreachableNetwork())),
})
{
    public const string Path = "/webhooks/wecom";

    public const int MaxBytes = 64 * 1024;

    /// <summary>The platform of this app.</summary>
    internal FakeWeComServer NewServer(int seed = 1) =>
        new(WeComHost.NewCorp(), Services.GetRequiredService<TimeProvider>(), seed);

    internal Task<ApiAnswer> PostAsync(FakeCallback callback) =>
        PostAsync(callback.Query, System.Text.Encoding.UTF8.GetBytes(callback.Body!));

    internal Task<ApiAnswer> PostAsync(string query, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("text/xml");
        return SendAsync(HttpMethod.Post, $"{Path}?{query}", content);
    }

    /// <summary>Takes the stored callbacks out of the queue.</summary>
    internal async Task<IReadOnlyList<ReceivedWeComCallback>> TakeStoredAsync()
    {
        var queue = Services.GetRequiredService<QueueServiceClient>().GetQueueClient(ReceivedWeComCallback.QueueName);
        List<ReceivedWeComCallback> stored = [];
        while ((await queue.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                Assert.True(MessageQueue<ReceivedWeComCallback>.TryRead(message.Body, out var callback));
                stored.Add(callback);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }

        return stored;
    }

    static Dictionary<string, string?> WithoutConsumer()
    {
        var settings = WeComHost.Settings();
        settings["AzureWebJobs.ConsumeWeComCallback.Disabled"] = "true";
        settings["AzureWebJobs.ReconcileChats.Disabled"] = "true";
        return settings;
    }

    sealed class UnreachableNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("The network is unreachable.");
    }
}
