using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// Flash sales of one evening; an operator may edit or close one early. On WeCom staff make the chats, which takes some
/// of the time before the opening, and dissolve them.
/// </summary>
sealed class FlashSaleWorkload(int count) : IWorkload
{
    readonly List<string> groups = [.. Enumerable.Range(1, count).Select(Group)];

    public static string Group(int number) => SampleBodies.Named("flash", number);

    public static string Sale(int number) => SampleBodies.Named("sale", number);

    public IReadOnlyList<string> Groups => groups;

    public async Task SetUpAsync(World world)
    {
        var now = world.Clock.Now;
        for (var number = 1; number <= count; number++)
        {
            await world.SetUpAsync(
                Sender.Create(
                    "POST",
                    "/api/groups",
                    SampleBodies.Group(Group(number), "Flash", now.AddDays(1), joinUrl: null)));
            await world.SetUpAsync(
                Sender.Create(
                    "POST",
                    "/api/flash-sales",
                    new
                    {
                        id = Sale(number),
                        name = "今晚快闪",
                        groups = (object[])[new { groupId = Group(number) }],
                        opensAt = now.AddHours(number),
                        waves = (object[])
                            [
                                new
                                {
                                    at = now.AddHours(number + 1),
                                    text = "第一波：明前龙井 {link}",
                                    url = "https://shop.example/p/1",
                                },
                            ],
                        closesAt = now.AddHours(number + 3),
                        quantity = 50,
                        farewell = "今晚的快闪结束了，谢谢大家！",
                    }));
        }
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        for (var number = 1; number <= count; number++)
        {
            foreach (
                var simulatedEvent in ShopperWorkload.Draw(random, Group(number), TimeSpan.FromHours(number + 1), 100))
                yield return simulatedEvent;
            for (var buyer = random.Next(0, 6); buyer > 0; buyer--)
                yield return ChannelWebhookCall.Joined(
                    TimeSpan.FromHours(number) + TimeSpan.FromMinutes(random.NextDouble() * 200),
                    Group(number),
                    SampleBodies.Named($"buyer-{number}", buyer));
            if (random.NextDouble() < 0.3)
                yield return new OperatorCall(
                    TimeSpan.FromHours(number) + TimeSpan.FromMinutes(random.Next(1, 170)),
                    "POST",
                    $"/api/flash-sales/{Sale(number)}/close");
            if (random.NextDouble() < 0.2)
                yield return new OperatorCall(
                    TimeSpan.FromMinutes(random.Next(1, 60)),
                    "PATCH",
                    $"/api/flash-sales/{Sale(number)}",
                    new { farewell = "卖完啦，谢谢大家！" });
        }
    }
}
