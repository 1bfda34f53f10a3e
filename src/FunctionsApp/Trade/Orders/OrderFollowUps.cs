using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.Links;
using FunctionsApp.Trade.Buyers;

namespace FunctionsApp.Trade.Orders;

/// <summary>Attributes the orders of a member again when a click is stored after the order that it led to.</summary>
public sealed class OrderFollowUps(WaitingOrderStore waiting, OrderService orders, OrderSettings settings)
    : IClickFollowUp
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<DurableAction>> FollowAsync(string memberId, DateTimeOffset clickAt)
    {
        List<DurableAction> actions = [];
        foreach (var order in await waiting.FindOfMemberAsync(memberId, clickAt))
        {
            if (order.PaidAt - clickAt > settings.AttributionWindow) break;
            actions.AddRange(await orders.AttributeAgainAsync(order));
        }

        return actions;
    }
}
