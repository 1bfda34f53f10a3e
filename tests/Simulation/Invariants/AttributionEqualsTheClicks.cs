using System.Text.Json;
using Community.Selling.Offers;
using FunctionsApp.Selling.Offers;
using Microsoft.Extensions.DependencyInjection;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class AttributionEqualsTheClicks : IInvariant
{
    public string Name => "an order without a code belongs to the buyer's last click before the payment";

    public string Reason => "Otherwise an offer is paid for, or ended, by the orders of another.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<MemberLinkWorkload>().Any()) yield break;
        var orders = world.Plan.Events.OfType<ShopCall>()
            .Where(call => call.BuyerId is not null && world.Acknowledged.Contains(call.Id))
            .ToList();
        var attributed = 0;
        foreach (var order in orders)
        {
            var shown = await reader.GetAsync($"/api/orders/{OrderWorkload.Shop}/{order.OrderId}");
            var attribution = shown.GetProperty("attribution");
            if (attribution.GetProperty("how").GetString() == "LastClick") attributed++;
            var member = orders.Find(other => other.BuyerId == order.BuyerId && other.MemberId is not null)?.MemberId;
            if (Fault(world, order, member, attribution) is { } fault) yield return $"{order}: {fault}";
        }

        var offer = new OfferReference(OfferKind.Conversion, MemberLinkWorkload.Id);
        var sold = await reader.Instance.Services.GetRequiredService<OfferSalesStore>().TotalAsync(offer);
        if (sold.Orders != attributed) yield return $"{attributed} orders are attributed, and {sold.Orders} are sold.";
    }

    // A click is counted at an instant between its request and its answer; without an answer it may be counted or not.
    static string? Fault(World world, ShopCall order, string? member, JsonElement attribution)
    {
        var paidAt = world.Clock.Start + order.At;
        var before = world.Links.OwnClicks.Where(click => click.MemberId == member && click.SentAt <= paidAt).ToList();
        var certain = before.Where(click => click.AnsweredAt <= paidAt).ToList();
        if (attribution.GetProperty("clickAt") is not { ValueKind: JsonValueKind.String } text)
            return certain.Count == 0 ? null : $"has no click, and {member} clicked at {certain[^1].SentAt:O}.";
        var clickAt = text.GetDateTimeOffset();
        if (!before.Any(click => click.SentAt <= clickAt && !(clickAt > click.AnsweredAt)) || clickAt > paidAt)
            return $"belongs to a click at {clickAt:O} that {member ?? "an unknown buyer"} did not make before it.";
        return certain.Find(click => click.SentAt > clickAt) is { } later
            ? $"belongs to a click at {clickAt:O}, and {member} clicked later at {later.SentAt:O}."
            : null;
    }
}
