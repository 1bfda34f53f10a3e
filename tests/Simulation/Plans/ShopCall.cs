using System.Globalization;
using System.Text.Json;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>The shop tells of an order, until it is acknowledged, and then perhaps so many times again.</summary>
sealed record ShopCall(TimeSpan At, string OrderId, string Type, int AmountMinor) : SimulatedEvent(At)
{
    /// <summary>How often it comes again although it was acknowledged, and how much later each time.</summary>
    public IReadOnlyList<TimeSpan> Again { get; init; } = [];

    /// <summary>How long the first telling is late.</summary>
    public TimeSpan Late { get; init; }

    /// <summary>The group whose link the buyer came by; null for one who came by themselves.</summary>
    public string? ClickedIn { get; init; }

    public string Id => $"{Type}-{OrderId}-{At.Ticks}";

    public override async Task HappenAsync(World world)
    {
        if (Late > TimeSpan.Zero) await world.Clock.DelayAsync(Late);
        var code = ClickedIn is null ? null : world.Links.LatestIn(ClickedIn);
        if (code is not null) world.Links.Order(OrderId, ClickedIn!);
        var body = Body(world, code);
        var answer = await world.Sender.SendUntilAcknowledgedAsync(Id, () => Signature.Sign(Id, body, world.Clock.Now, $"/webhooks/shops/{Workloads.OrderWorkload.Shop}"));
        if (answer.Status == 202) world.Acknowledged.Add(Id);
        else world.Violate("the shop is understood", $"{Id} was answered {answer.Status}: {answer.Text}");
        foreach (var pause in Again)
        {
            await world.Clock.DelayAsync(pause);
            await world.Sender.TryAsync($"{Id} again", Signature.Sign(Id, body, world.Clock.Now, $"/webhooks/shops/{Workloads.OrderWorkload.Shop}"));
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {Type} {OrderId} {AmountMinor}{(ClickedIn is null ? "" : $" by the link in {ClickedIn}")}{(Late > TimeSpan.Zero ? $" told {Late} late" : "")}{(Again.Count > 0 ? $" told {Again.Count + 1} times" : "")}");

    string Body(World world, string? linkCode) => JsonSerializer.Serialize(new
    {
        type = Type,
        data = new
        {
            orderId = OrderId,
            buyer = new { id = $"buyer-of-{OrderId}" },
            amountMinor = AmountMinor,
            currency = "CNY",
            items = (object[])[new { name = "明前龙井", quantity = 1, amountMinor = AmountMinor }],
            linkCode,
            at = (world.Clock.Start + At).ToString("O", CultureInfo.InvariantCulture),
        },
    });
}
