using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Shops;

/// <summary>Deletes the counts of webhook failures of old days every night.</summary>
public sealed class ForgetWebhookFailuresFunction(WebhookFailureStore failures)
{
    [Function("ForgetWebhookFailures")]
    public Task Forget([TimerTrigger("0 40 18 * * *")] TimerInfo timer) => failures.DeleteExpiredAsync();
}
