using Community.Selling.Offers;
using FunctionsApp.Selling.Links;
using FunctionsApp.Selling.Offers;
using Microsoft.Extensions.DependencyInjection;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class OfferSalesEqualTheShop : IInvariant
{
    public string Name => "an offer counts each order of its links once, and every answered click";

    public string Reason =>
        "The totals decide when an offer is sold out, and they are the reported result of a conversion.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        foreach (var (offer, groups) in Offers(world))
        {
            var sold = await reader.Instance.Services.GetRequiredService<OfferSalesStore>().TotalsAsync(offer);
            var clicks = await reader.Instance.Services.GetRequiredService<ClickCountStore>().CountAsync(offer);
            foreach (var group in groups)
            {
                var (recorded, orders) = (
                    sold.GetValueOrDefault(group) ?? OfferTotals.None,
                    OrdersOf(world, group).ToList());
                if ((recorded.Orders, recorded.Revenue.Single) != (orders.Count, orders.Sum()))
                    yield return $"{offer.Key} sold {orders.Count} in {group} for {orders.Sum()}, and the app counts "
                        + $"{recorded.Orders} for {recorded.Revenue}.";
                // A click whose answer was lost may be counted or not.
                var (counted, answered, tried) = (
                    clicks.GetValueOrDefault(group),
                    world.Links.AnswersIn(group),
                    world.Links.AttemptsIn(group));
                if (counted < answered || counted > tried)
                    yield return $"of {tried} clicks in {group} {answered} were answered, and {counted} are counted.";
            }
        }
    }

    static IEnumerable<(OfferReference Offer, IEnumerable<string> Groups)> Offers(World world)
    {
        if (world.Plan.Workloads.OfType<ConversionWorkload>().Any())
            yield return (
                new(OfferKind.Conversion, ConversionWorkload.Id),
                Enumerable.Range(1, ConversionWorkload.Groups).Select(ConversionWorkload.Group));
        foreach (var sales in world.Plan.Workloads.OfType<FlashSaleWorkload>())
        {
            for (var number = 1; number <= sales.Groups.Count; number++)
                yield return (
                    new(OfferKind.FlashSale, FlashSaleWorkload.Sale(number)),
                    [FlashSaleWorkload.Group(number)]);
        }
    }

    // The revenue of each order of the group's links that was not cancelled.
    static IEnumerable<long> OrdersOf(World world, string group) => world.Plan.Events.OfType<ShopCall>()
        .Where(call => world.Links.OrderGroups.GetValueOrDefault(call.OrderId) == group)
        .GroupBy(call => call.OrderId, StringComparer.Ordinal)
        .Where(order => order.All(call => call.Type != "order.cancelled"))
        .Select(order => order.Sum(call => call.Type == "order.paid" ? call.AmountMinor : -(long)call.AmountMinor));
}
