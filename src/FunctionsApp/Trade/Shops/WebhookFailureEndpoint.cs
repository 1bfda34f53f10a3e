using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Shops;

/// <summary>What of the shops' messages was refused, for people to read.</summary>
public sealed class WebhookFailureEndpoint(WebhookFailureStore failures)
{
    /// <summary>How often each shop's messages were refused and why, by pages, the latest day first.</summary>
    [Function("ListWebhookFailures")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/webhooks/failures")] HttpRequest request) =>
        Paging.AnswerAsync(request, failures.PageAsync);
}
