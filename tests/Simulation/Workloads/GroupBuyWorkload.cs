using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// A group-buy of new buyers: two teams open, more people want to join than have a place, some twice, some leave; the
/// shop tells that orders are paid, and that some are cancelled, before and after the end. With
/// <paramref name="isCancelled"/> operators cancel the group-buy, of whom the first one wins.
/// </summary>
sealed class GroupBuyWorkload(int seed, bool isCancelled) : IWorkload
{
    public const string Group = "team-buyers";
    public const string GroupBuy = "tea-for-three";

    /// <summary>The end of the group-buy after the start of the run.</summary>
    public static readonly TimeSpan End = TimeSpan.FromHours(50);

    const string Owner = "team-owner";
    const int Size = 3;
    const int Buyers = 8;
    const double LastJoinHours = 48;

    public async Task SetUpAsync(World world)
    {
        await world.SetUpAsync(Sender.Create("POST", "/api/staff", new { id = Owner, name = "小周" }));
        await world.SetUpAsync(Sender.Create(
            "POST",
            "/api/groups",
            SampleBodies.Group(Group, "NewBuyer", world.Clock.Now.AddDays(30), capacity: 40)));
        if (world.WeCom is { } platform) await platform.AddChatAsync(Group);
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        var draws = new Random(seed ^ 0x7ea3);
        for (var member = 1; member <= Size + 1; member++)
            yield return ChannelWebhookCall.Joined(TimeSpan.FromMinutes(draws.Next(2, 60)), Group, Buyer(member));
        var begin = TimeSpan.FromHours(2 + (4 * draws.NextDouble()));
        yield return new GroupBuyCall(begin, GroupBuy, Step: null, new
        {
            id = GroupBuy,
            groupId = Group,
            product = new { name = "明前龙井 100g" },
            size = Size,
            priceMinor = OrderWorkload.Price,
            closesAt = Behaviour.FromFile.Start + End,
            owner = Owner,
        });
        for (var number = 1; number <= Buyers; number++)
        {
            foreach (var simulated in DrawBuyer(draws, number, begin)) yield return simulated;
        }

        if (!isCancelled) yield break;
        var cancellations = new Random(seed ^ 0xca11);
        for (var number = cancellations.Next(1, 3); number > 0; number--)
        {
            yield return new GroupBuyCall(
                Later(cancellations, begin),
                GroupBuy,
                GroupBuyCall.Cancel,
                new { by = Owner, reason = SampleBodies.Named("reason", number) });
        }
    }

    static IEnumerable<SimulatedEvent> DrawBuyer(Random draws, int number, TimeSpan begin)
    {
        var (memberId, orderId) = (Buyer(number), SampleBodies.Named("team-order", number));
        // The first two lead teams; some of the others want to join both.
        var at = number <= 2 ? begin + TimeSpan.FromMinutes(number) : Later(draws, begin);
        if (number <= 2) yield return new GroupBuyCall(at, GroupBuy, "teams", new { leader = memberId, orderId });
        for (var joins = number <= 2 ? 0 : draws.Next(1, 3); joins > 0; joins--)
        {
            yield return new GroupBuyCall(
                at + TimeSpan.FromMinutes(draws.Next(1, 30)), GroupBuy, JoinOf(draws), new { memberId, orderId });
        }

        if (draws.NextDouble() < 0.2)
            yield return new GroupBuyCall(
                Later(draws, at), GroupBuy, $"teams/team-{draws.Next(1, 3)}/leave", new { memberId });
        if (draws.NextDouble() < 0.8)
        {
            yield return new ShopCall(
                at + TimeSpan.FromMinutes(draws.Next(-20, 20)), orderId, "order.paid", OrderWorkload.Price)
            {
                MemberId = memberId,
            };
        }

        if (draws.NextDouble() < 0.3)
            yield return new ShopCall(
                at + TimeSpan.FromHours(draws.NextDouble() * 20), orderId, "order.cancelled", 0);
    }

    static string JoinOf(Random draws) => $"teams/team-{draws.Next(1, 3)}/join";

    static TimeSpan Later(Random draws, TimeSpan from) =>
        from + ((TimeSpan.FromHours(LastJoinHours) - from) * draws.NextDouble());

    static string Buyer(int number) => SampleBodies.Named("team-buyer", number);
}
