using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>Deletes the ids of old webhook messages every night.</summary>
public sealed class ForgetWebhookIdsFunction(WebhookIdStore ids)
{
    [Function("ForgetWebhookIds")]
    public Task Forget([TimerTrigger("0 30 18 * * *")] TimerInfo timer) => ids.DeleteExpiredAsync();
}
