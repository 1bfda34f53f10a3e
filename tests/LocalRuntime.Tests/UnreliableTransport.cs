using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using LocalRuntime.Queues.Rest;
using LocalRuntime.Storage;
using LocalRuntime.Tables.Rest;

namespace LocalRuntime.Tests;

/// <summary>How a request fails.</summary>
enum Unreliability
{
    /// <summary>It is performed and its answer is lost.</summary>
    AnswerLost,

    /// <summary>It is not performed and the answer is 503.</summary>
    Busy,
}

/// <summary>Fails the first requests of <paramref name="method"/> and passes the others on.</summary>
sealed class UnreliableTransport(
    HttpPipelineTransport inner, RequestMethod method, Unreliability unreliability, int times,
    Func<StorageError, Response> failed) : HttpPipelineTransport
{
    int left = times;

    /// <summary>Replaces the transport of the options by an unreliable one without delays between retries.</summary>
    public static void Configure(
        TableClientOptions options, RequestMethod method, Unreliability unreliability, int times = 1) =>
        Configure(
            options, new UnreliableTransport(options.Transport, method, unreliability, times, TableService.Failed));

    public static void Configure(
        QueueClientOptions options, RequestMethod method, Unreliability unreliability, int times = 1) =>
        Configure(
            options, new UnreliableTransport(options.Transport, method, unreliability, times, QueueService.Failed));

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) =>
        throw new NotSupportedException("The clients are asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var fails = message.Request.Method == method && Interlocked.Decrement(ref left) >= 0;
        if (fails && unreliability == Unreliability.Busy)
        {
            message.Response = failed(new StorageError(503, "ServerBusy", "The server is busy."));
            return;
        }

        await inner.ProcessAsync(message);
        if (fails) throw new IOException("The connection was closed before the answer came.");
    }

    static void Configure(ClientOptions options, UnreliableTransport transport)
    {
        options.Transport = transport;
        (options.Retry.Delay, options.Retry.MaxRetries) = (TimeSpan.Zero, 3);
    }
}
