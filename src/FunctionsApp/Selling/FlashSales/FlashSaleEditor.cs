using Community.Selling.FlashSales;
using Community.Selling.Offers;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Offers;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>Performs operators' commands to flash sales.</summary>
public sealed class FlashSaleEditor(FlashSaleStore sales, OfferSalesStore offers)
{
    /// <summary>
    /// The sale after the command, null when there is none, and the actions that the function performs. A repeat
    /// notifies the orchestrations again, because the first request may have failed before it did.
    /// </summary>
    public async Task<(Decided<FlashSale, FlashSaleEvent>? Decided, IReadOnlyList<DurableAction> Actions)> DecideAsync(
        string id, FlashSaleCommand command, ExpectedVersion? expected = null)
    {
        var decided = await sales.DecideAsync(id, command, expected);
        if (decided is null or { Events: [FlashSaleEvent.Refused] }) return (decided, DurableAction.None);
        var stock = command is FlashSaleCommand.Edit { Quantity.IsPresent: true }
            ? await SetStockAsync(decided.After)
            : DurableAction.None;
        return (decided, [.. stock, .. FlashSaleNotifications.NotifyAll(decided.After)]);
    }

    /// <summary>Sets what the sale has to sell; the function performs the result.</summary>
    public Task<IReadOnlyList<DurableAction>> SetStockAsync(FlashSale sale) =>
        offers.SetStockAsync(new OfferReference(OfferKind.FlashSale, sale.Id), new OfferStock(sale.Quantity));
}
