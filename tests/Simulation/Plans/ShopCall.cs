using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>
/// A webhook call of the shop, repeated until it is acknowledged and then <see cref="RepeatDelays"/> times.
/// </summary>
sealed record ShopCall(TimeSpan At, string OrderId, string Type, int AmountMinor) : SimulatedEvent(At)
{
    /// <summary>The pauses before the calls that repeat it after it was acknowledged.</summary>
    public IReadOnlyList<TimeSpan> RepeatDelays { get; init; } = [];

    /// <summary>The delay of the first call.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The group whose link the buyer clicked; null without a link.</summary>
    public string? ClickedIn { get; init; }

    /// <summary>The shop's id of the buyer; null for a buyer of this order only.</summary>
    public string? BuyerId { get; init; }

    /// <summary>The member whom the shop names as the buyer; null when it does not.</summary>
    public string? MemberId { get; init; }

    public string Id => $"{Type}-{OrderId}-{At.Ticks}";

    public override async Task PlayEventAsync(World world)
    {
        if (Delay > TimeSpan.Zero) await world.Clock.DelayAsync(Delay);
        var code = ClickedIn is null ? null : world.Links.LatestCodeIn(ClickedIn);
        if (code is not null) world.Links.RecordOrder(OrderId, ClickedIn!);
        var body = Body(world, code);
        var answer = await world.Sender.SendUntilAcknowledgedAsync(
            Id,
            () => Webhooks.Sign(Id, body, world.Clock.Now, $"/webhooks/shops/{Workloads.OrderWorkload.Shop}"));
        if (answer.Status == 202)
            world.Acknowledged.Add(Id);
        else
            world.Violate("the app accepts the shop's webhooks", $"{Id} was answered {answer.Status}: {answer.Text}");
        foreach (var pause in RepeatDelays)
        {
            await world.Clock.DelayAsync(pause);
            await world.Sender.TryAsync(
                $"{Id} repeated",
                Webhooks.Sign(Id, body, world.Clock.Now, $"/webhooks/shops/{Workloads.OrderWorkload.Shop}"));
        }
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At:d\\.hh\\:mm\\:ss} {Type} {OrderId} "
            + $"{AmountMinor}{(ClickedIn is null ? "" : $" by the link in {ClickedIn}")}"
            + $"{(BuyerId is null ? "" : $" of {BuyerId}")}{(MemberId is null ? "" : $", {MemberId}")}"
            + $"{(Delay > TimeSpan.Zero ? $" {Delay} late" : "")}"
            + $"{(RepeatDelays.Count > 0 ? $" {RepeatDelays.Count + 1} times" : "")}");

    string Body(World world, string? linkCode) => Webhooks.OrderBody(
        Type,
        new OrderMessage(
            OrderId,
            BuyerId ?? $"buyer-of-{OrderId}",
            MemberId,
            AmountMinor,
            "明前龙井",
            linkCode,
            world.Clock.Start + At));
}
