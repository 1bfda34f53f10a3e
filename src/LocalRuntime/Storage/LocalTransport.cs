using Azure.Core.Pipeline;

namespace LocalRuntime.Storage;

/// <summary>
/// The transport of the official storage clients. Requests to <see cref="StorageClients.EmbeddedHost"/> go to the
/// embedded store in this process, others over HTTP. Each attempt is counted, as a storage account bills it.
/// </summary>
sealed class LocalTransport(Func<RestRequest, Task<RestResponse>>? embedded) : HttpPipelineTransport
{
    static readonly HttpPipelineTransport Http = HttpClientTransport.Shared;

    public static LocalTransport ToTables(OpenStore? open) =>
        new(open is null ? null : new TableService(open).AnswerAsync);

    public static LocalTransport ToQueues(OpenStore? open) =>
        new(open is null ? null : new QueueService(open).AnswerAsync);

    public override Request CreateRequest() => Http.CreateRequest();

    public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (embedded is null || message.Request.Uri.Host != StorageClients.EmbeddedHost)
        {
            StorageTransactions.CountHttp();
            await Http.ProcessAsync(message);
            return;
        }

        message.CancellationToken.ThrowIfCancellationRequested();
        StorageTransactions.CountEmbedded();
        var request = await RestRequest.ReadAsync(message.Request, message.CancellationToken);
        message.Response = await embedded(request);
        message.Response.ClientRequestId = request.Id;
    }
}
