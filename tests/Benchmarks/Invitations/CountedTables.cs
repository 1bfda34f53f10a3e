using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using LocalRuntime.Storage;

namespace Benchmarks.Invitations;

/// <summary>The tables of an embedded store in memory; counts requests and returned rows.</summary>
sealed class CountedTables : HttpPipelineTransport
{
    readonly TableClientOptions options = new();
    readonly HttpPipelineTransport inner;
    long roundTrips;
    long rows;

    public CountedTables()
    {
        StorageClients.Open($":memory:{Guid.NewGuid()}").Configure(options);
        inner = options.Transport;
        options.Transport = this;
    }

    public long RoundTrips => Interlocked.Read(ref roundTrips);

    public long Rows => Interlocked.Read(ref rows);

    public TableServiceClient Client() => new(StorageClients.EmbeddedConnection, options);

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The app is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref roundTrips);
        await inner.ProcessAsync(message);
        if (message.Request.Method != RequestMethod.Get) return;
        using var body = JsonDocument.Parse(message.Response.Content);
        Interlocked.Add(ref rows, body.RootElement.TryGetProperty("value", out var page) ? page.GetArrayLength() : 1);
    }
}
