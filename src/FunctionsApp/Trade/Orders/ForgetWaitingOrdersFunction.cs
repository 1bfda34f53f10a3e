using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Orders;

/// <summary>Ends the wait of members' orders for clicks that are no longer kept, in bounded steps.</summary>
public sealed class ForgetWaitingOrdersFunction(WaitingOrderStore waiting, OrderSettings settings, TimeProvider clock)
{
    // In one run; a brand has fewer orders in an hour.
    const int MaxRows = 10_000;

    [Function("ForgetWaitingOrders")]
    public Task Forget([TimerTrigger("0 35 * * * *")] TimerInfo timer) =>
        waiting.ForgetAsync(clock.GetUtcNow() - settings.WaitForClick, MaxRows);
}
