using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Shops;

/// <summary>Deletes the bodies of old shop messages that were never handled, every night.</summary>
public sealed class ForgetShopBodiesFunction(ShopMessageStore messages)
{
    [Function("ForgetShopBodies")]
    public Task Forget([TimerTrigger("0 50 18 * * *")] TimerInfo timer) => messages.DeleteExpiredAsync();
}
