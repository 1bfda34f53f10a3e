using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using LocalRuntime.Queues.Rest;
using LocalRuntime.Storage;
using LocalRuntime.Tables.Rest;

namespace LocalRuntime.Tests;

/// <summary>What becomes of a request.</summary>
enum Unreliability
{
    /// <summary>It is carried out, and its answer is lost.</summary>
    AnswerLost,

    /// <summary>It is not carried out, and the answer is 503.</summary>
    Busy,
}

/// <summary>Fails the first <paramref name="times"/> requests of <paramref name="method"/> and carries the others to <paramref name="inner"/>.</summary>
sealed class UnreliableTransport(
    HttpPipelineTransport inner, RequestMethod method, Unreliability unreliability, int times, Func<StorageError, Response> failed)
    : HttpPipelineTransport
{
    int left = times;

    /// <summary>Makes the options' own transport unreliable, and their retries quick.</summary>
    public static void Configure(TableClientOptions options, RequestMethod method, Unreliability unreliability, int times = 1) =>
        Configure(options, new UnreliableTransport(options.Transport, method, unreliability, times, TableService.Failed));

    /// <summary>Makes the options' own transport unreliable, and their retries quick.</summary>
    public static void Configure(QueueClientOptions options, RequestMethod method, Unreliability unreliability, int times = 1) =>
        Configure(options, new UnreliableTransport(options.Transport, method, unreliability, times, QueueService.Failed));

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The clients are asynchronous.");

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
        options.Retry.Delay = TimeSpan.Zero;
    }
}
