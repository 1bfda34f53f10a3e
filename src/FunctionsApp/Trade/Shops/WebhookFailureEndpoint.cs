using Community.Platform;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Shops;

public sealed class WebhookFailureEndpoint(WebhookFailureStore failures)
{
    /// <summary>A page of the counts of refused messages, the latest day first.</summary>
    [Function("ListWebhookFailures")]
    [RequiredRole(OperatorRole.Administrator)]
    [Page<WebhookFailure>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/webhooks/failures")] HttpRequest request) =>
        Paging.AnswerAsync(request, failures.PageAsync);
}
