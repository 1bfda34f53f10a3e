using Azure.Core;
using Azure.Core.Pipeline;

namespace LocalRuntime.Tests;

/// <summary>Sends every request and loses the answers to those of <paramref name="method"/>, as many as it was told to.</summary>
sealed class AnswerLosingTransport(RequestMethod method, int losses = 1) : HttpPipelineTransport
{
    int left = losses;

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The clients are asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await HttpClientTransport.Shared.ProcessAsync(message);
        if (message.Request.Method == method && Interlocked.Decrement(ref left) >= 0) throw new IOException("The connection was closed before the answer came.");
    }
}
