using Azure.Core;
using Azure.Core.Pipeline;
using LocalRuntime.Store;

namespace LocalRuntime.Accounts;

/// <summary>
/// Azure.Core's pipeline with its retries. A write whose answer was lost is sent again and may meet its own result,
/// as 409 or 412; that is the service's contract and is left to the caller.
/// </summary>
static class StoragePipeline
{
    static readonly string[] Scopes = ["https://storage.azure.com/.default"];

    public static HttpPipeline Build(ClientOptions options, HttpPipelinePolicy authentication) =>
        HttpPipelineBuilder.Build(options, [], [new CountPolicy(), authentication], new ResponseClassifier());

    public static HttpPipelinePolicy Bearer(TokenCredential credential) => new BearerTokenAuthenticationPolicy(credential, Scopes);

    sealed class CountPolicy : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => StorageTransactions.CountHttp();
    }
}
