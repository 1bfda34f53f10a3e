using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using LocalRuntime.Accounts;

namespace LocalRuntime.Tests.Accounts;

/// <summary>Clients that are given an identity instead of a key.</summary>
public sealed class BearerTests
{
    [Fact]
    public async Task A_queue_by_its_address_is_asked_with_a_token_for_storage()
    {
        var transport = new AnsweringTransport();
        var queue = new QueueClient(new Uri("https://brand.queue.core.windows.net/orders"), new FixedCredential(), new QueueClientOptions { Transport = transport });
        await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("orders", queue.Name);
        Assert.Equal(["PUT https://brand.queue.core.windows.net/orders Bearer token for https://storage.azure.com/.default"], transport.Requests);
    }

    sealed class FixedCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token for {requestContext.Scopes.Single()}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    sealed class AnsweringTransport : HttpPipelineTransport
    {
        public List<string> Requests { get; } = [];

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override void Process(HttpMessage message)
        {
            message.Request.Headers.TryGetValue("Authorization", out var authorization);
            Requests.Add($"{message.Request.Method} {message.Request.Uri} {authorization}");
            message.Response = EmbeddedResponse.Success(201);
        }

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Process(message);
            return ValueTask.CompletedTask;
        }
    }
}
